import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { type SubgraphServer, startSubgraph } from './subgraph-server.js';
import type { Suite } from './suite.js';

export interface RunningSubgraphs {
  /** The file with their supergraph. */
  readonly file: string;
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  close(): void;
}

/** The subgraphs of a suite, each an HTTP server, and their supergraph in a file. */
export async function runSubgraphs({ subgraphs, data }: Pick<Suite, 'subgraphs' | 'data'>): Promise<RunningSubgraphs> {
  const counts = new Map<string, number>();
  const servers = new Map<string, SubgraphServer>();
  for (const { name, sdl } of subgraphs) servers.set(name, await startSubgraph(sdl, data[name] ?? {}, counts));
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  const close = () => {
    for (const server of servers.values()) server.close();
    rmSync(folder, { recursive: true });
  };
  try {
    const sources = subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: servers.get(name)!.url }));
    writeFileSync(file, composeSupergraph(sources));
  } catch (error) {
    close();
    throw error;
  }
  return { file, servers, close };
}
