import { CodedError } from '#domain/errors/coded-error.js';
import { MATCHES_BY_STATE } from '../claims/claim-schema.cypher.js';
import type { Neo4jConnection } from '../connection.js';
import { EMERGING_SCHEMA } from '../emerging/emerging-schema.cypher.js';
import { isThereAlready } from '../store-errors.js';
import {
  AWAIT_INDEXES,
  LOCK_SCHEMA,
  SCHEMA_1,
  SCHEMA_2,
  SCHEMA_3,
  SCHEMA_4,
  SCHEMA_VERSION,
  SET_SCHEMA_VERSION,
} from './schema.cypher.js';

/**
 * Schema statements by version: position 0 leads to version 1. Forward only; a version that has landed is never edited.
 * Every statement must be right when it is run again (IF NOT EXISTS, IS NULL): by another process that starts at the same
 * time, or after one that was killed.
 */
const VERSIONS: readonly (readonly string[])[] = [
  SCHEMA_1,
  SCHEMA_2,
  SCHEMA_3,
  SCHEMA_4,
  EMERGING_SCHEMA,
  MATCHES_BY_STATE,
];

export const NEWEST_SCHEMA = VERSIONS.length;

/** The version of the data, null for a database that holds none of ours. Throws STORE_UNAVAILABLE, BAD_CONFIGURATION. */
export async function schemaVersion(connection: Neo4jConnection): Promise<number | null> {
  const [row] = await connection.read<{ version: number }>(SCHEMA_VERSION);
  return row?.version ?? null;
}

/** Brings the database to the newest version. Throws STORE_TOO_NEW. */
export async function ensureSchema(connection: Neo4jConnection): Promise<void> {
  const before = (await schemaVersion(connection)) ?? 0;
  if (before > NEWEST_SCHEMA)
    throw new CodedError('STORE_TOO_NEW', `the data has schema ${before}, this program knows ${NEWEST_SCHEMA}`, {
      at: connection.location,
      hint: 'use the version of jejaring that wrote it, or a newer one',
    });
  if (before === NEWEST_SCHEMA) return;
  for (const statement of VERSIONS.slice(before).flat()) await bring(connection, statement);
  await connection.autoCommit(AWAIT_INDEXES);
  await connection.write(async (cypher) => {
    const [row] = await cypher.run<{ version: number }>(LOCK_SCHEMA, { now: Date.now() });
    if (row!.version < NEWEST_SCHEMA) await cypher.run(SET_SCHEMA_VERSION, { version: NEWEST_SCHEMA });
  });
}

/** IF NOT EXISTS looks before it takes the lock: of two processes at once, both may see nothing, and one is refused. */
async function bring(connection: Neo4jConnection, statement: string): Promise<void> {
  await connection.autoCommit(statement).catch((error) => {
    if (!isThereAlready(error)) throw error;
  });
}
