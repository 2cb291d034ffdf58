import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { keyFingerprint, type Pseudonymize } from '#platform/pseudonym.js';
import { otherKey } from '../other-key.js';
import { Neo4jConnection } from './connection.js';
import { ensureSchema, schemaVersion } from './schema/ensure-schema.js';
import { KEPT_KEY_CHECK, PSEUDONYM_KEY_CHECK } from './schema/schema.cypher.js';

export interface Neo4jStoreOptions {
  readonly settings: Neo4jSettings;
  readonly pseudonymize: Pseudonymize;
  /** For processes that serve: answers STORE_UNAVAILABLE soon instead of waiting for a server that is away. */
  readonly serving?: boolean;
  /** Refuses a database that holds nothing of ours. */
  readonly existing?: boolean;
  readonly now?: () => number;
  /** How long a vote on a finding counts. */
  readonly reviewLastsMs?: number;
}

const OPENING_PATIENCE_MS = 10_000;
const SERVING_OPENING_PATIENCE_MS = 60_000;

/**
 * Makes sure of server, schema and key, and of what `check` asks. Over a connection of its own, with the patience of a
 * start: a mistyped address must not wait for minutes.
 */
export async function prepare(
  { settings, pseudonymize, serving, existing }: Neo4jStoreOptions,
  check: (connection: Neo4jConnection) => Promise<void> = async () => undefined,
): Promise<void> {
  const connection = new Neo4jConnection(settings, { patienceMs: 1_000 });
  try {
    const version = await firstAnswer(connection, serving ? SERVING_OPENING_PATIENCE_MS : OPENING_PATIENCE_MS);
    if (existing && version === null)
      throw new CodedError('NOT_FOUND', 'this database holds no data of the hub', {
        at: settings.uri,
        hint: 'check NEO4J_URI and NEO4J_DATABASE; "jejaring import" and "jejaring start" begin a new one',
      });
    await ensureSchema(connection);
    await checkKey(connection, pseudonymize);
    await check(connection);
  } finally {
    await connection.close();
  }
}

async function firstAnswer(connection: Neo4jConnection, patienceMs: number): Promise<number | null> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await schemaVersion(connection);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'STORE_UNAVAILABLE' || Date.now() > until) throw error;
      await wait(500);
    }
  }
}

// Accounts are found by their pseudonym: under another key every one of them would be added a second time.
async function checkKey(connection: Neo4jConnection, pseudonymize: Pseudonymize): Promise<void> {
  const check = keyFingerprint(pseudonymize);
  const [row] = await connection.write((cypher) => cypher.run<{ kept: string }>(PSEUDONYM_KEY_CHECK, { check }));
  if (row!.kept !== check) throw otherKey(connection.location, check, row!.kept);
}

/** The fingerprint of the key that the database was made with; null where it was made with none yet. Changes nothing. */
export async function keptFingerprint({ settings, serving }: Omit<Neo4jStoreOptions, 'pseudonymize'>) {
  const connection = new Neo4jConnection(settings, { patienceMs: 1_000 });
  try {
    await firstAnswer(connection, serving ? SERVING_OPENING_PATIENCE_MS : OPENING_PATIENCE_MS);
    const [row] = await connection.read<{ kept: string }>(KEPT_KEY_CHECK);
    return row?.kept ?? null;
  } finally {
    await connection.close();
  }
}
