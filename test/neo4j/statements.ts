import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageFile } from '#platform/package-root.js';

export const STORE_FOLDER = packageFile('store/neo4j');

export interface Statement {
  /** `reference/accounts.cypher.ts ACCOUNT_PAGES.layers` */
  readonly name: string;
  readonly text: string;
}

/** Files of the adapter by their path below store/neo4j, tests left out. */
export function adapterFiles(): string[] {
  return readdirSync(STORE_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
}

/** All that a `*.cypher.ts` file exports: texts, and objects and lists of them. */
export async function exportsOf(file: string): Promise<Statement[]> {
  const module = (await import(join(STORE_FOLDER, file))) as object;
  return leaves(module, relative(STORE_FOLDER, join(STORE_FOLDER, file)), ' ');
}

/** The statements among them; what begins with no clause is a fragment that other statements are made of. */
export async function statementsOf(file: string): Promise<Statement[]> {
  return (await exportsOf(file)).filter(({ text }) => STATEMENT.test(text));
}

const STATEMENT = /^(\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*[A-Z]{2,}\s/;

function leaves(value: unknown, name: string, separator = '.'): Statement[] {
  if (typeof value === 'string') return [{ name, text: value }];
  if (typeof value !== 'object' || value === null)
    throw new Error(`${name} is a ${typeof value}: files of Cypher hold texts, and objects and lists of them`);
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${name}${separator}${key}`));
}
