import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Neo4jConnection } from '#store/neo4j/connection.js';
import {
  LOAD_ACCOUNTS,
  LOAD_MENTIONS,
  LOAD_PARENTS,
  LOAD_PLACEHOLDERS,
  MERGE_ACCOUNTS,
  MERGE_MENTIONS,
  MERGE_PARENTS,
  MERGE_PLACEHOLDERS,
} from './peers.cypher.js';
import type { PreparedMention } from './prepared-rows.js';

/** Writes what LOAD CSV reads into the server's import folder, outside the clock. */
export function writeCsvFiles(folder: string, mentions: readonly PreparedMention[]): void {
  const accounts = new Map<string, object>();
  const ids = new Set(mentions.map(({ id }) => id));
  const placeholders = new Set<string>();
  for (const { accountId, accountNativeId, platform, parentId } of mentions) {
    accounts.set(accountId, { id: accountId, platform, nativeId: accountNativeId });
    if (parentId !== null && !ids.has(parentId)) placeholders.add(parentId);
  }
  writeCsv(join(folder, 'accounts.csv'), [...accounts.values()]);
  writeCsv(join(folder, 'mentions.csv'), mentions);
  writeCsv(
    join(folder, 'placeholders.csv'),
    [...placeholders].map((id) => ({ id })),
  );
}

/** Neo4j takes a backslash in quotation marks for an escape. */
function writeCsv(file: string, rows: readonly object[]): void {
  const escaped = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replaceAll('\\', '\\\\') : value,
      ]),
    ),
  );
  writeFileSync(
    file,
    `${Papa.unparse(escaped.length > 0 ? escaped : [{ id: '' }], { newline: '\n', quotes: true })}\n`,
  );
}

/** Once into an empty database, and never again. */
export const CREATING = [LOAD_ACCOUNTS, LOAD_MENTIONS, LOAD_PLACEHOLDERS, LOAD_PARENTS];
/** Any number of times, as our import. */
export const MERGING = [MERGE_ACCOUNTS, MERGE_MENTIONS, MERGE_PLACEHOLDERS, MERGE_PARENTS];

/** Seconds. */
export async function loadCsv(connection: Neo4jConnection, statements: readonly string[]): Promise<number> {
  const started = performance.now();
  for (const statement of statements) await connection.autoCommit(statement);
  return (performance.now() - started) / 1000;
}
