import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packageFile } from '#platform/package-root.js';

export interface AnalystWalk {
  /** The comment above it. */
  readonly name: string;
  readonly statement: string;
  /** Names of what starts with `$`, sorted. */
  readonly parameters: readonly string[];
}

/** The walks of docs/graph-model.md, in its order. */
export async function analystWalks(): Promise<AnalystWalk[]> {
  const { cypherBlocks } = (await import(pathToFileURL(packageFile('tools/neo4j/cypher-blocks.mjs')).href)) as {
    cypherBlocks: (markdown: string) => string[];
  };
  const [, section] = readFileSync(packageFile('docs/graph-model.md'), 'utf8').split('\n## Walks for analysts\n');
  return cypherBlocks(section!).map((statement) => ({
    name: /^\/\/ (.*)/.exec(statement)?.[1] ?? `no name: ${statement}`,
    statement,
    parameters: [...new Set([...statement.matchAll(/\$(\w+)/g)].map(([, name]) => name!))].sort(),
  }));
}
