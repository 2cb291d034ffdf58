import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import { Neo4jConnection } from './connection.js';
import { GdsEngine } from './engine/gds-engine.js';
import { Neo4jIngestStore } from './ingest/ingest-store.js';
import { Neo4jIssueStore } from './issues/issue-store.js';
import { Neo4jMentionStore } from './mentions/mention-store.js';
import { Neo4jAccountStore } from './reference/account-store.js';
import { Neo4jAgencyStore } from './reference/agency-store.js';
import { Neo4jRegionStore } from './reference/region-store.js';
import { Neo4jFindingStore } from './runs/finding-store.js';
import { Neo4jJobQueue } from './runs/job-queue.js';
import { Neo4jRunStore } from './runs/run-store.js';
import { Neo4jSpreadStore } from './runs/spread-store.js';
import { ensureSchema, NEWEST_SCHEMA, schemaVersion } from './schema/ensure-schema.js';
import { PSEUDONYM_KEY_CHECK } from './schema/schema.cypher.js';

export interface Neo4jStoreOptions {
  readonly settings: Neo4jSettings;
  readonly pseudonymize: Pseudonymize;
  /** For processes that serve: answers STORE_UNAVAILABLE soon instead of waiting for a server that is away. */
  readonly serving?: boolean;
  /** Refuses a database that holds nothing of ours. */
  readonly existing?: boolean;
  readonly now?: () => number;
}

const SERVING_PATIENCE_MS = 3_000;
const OPENING_PATIENCE_MS = 10_000;
const SERVING_OPENING_PATIENCE_MS = 60_000;

/** The store of an office that shares one: Neo4j. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION, NOT_FOUND. */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<Store> {
  const { settings, pseudonymize, serving = false, now = Date.now } = options;
  await prepare(options);
  const patienceMs = serving ? SERVING_PATIENCE_MS : settings.retrySeconds * 1_000;
  const connection = new Neo4jConnection(settings, { patienceMs });
  return {
    mentions: new Neo4jMentionStore(connection),
    accounts: new Neo4jAccountStore(connection),
    agencies: new Neo4jAgencyStore(connection),
    regions: new Neo4jRegionStore(connection),
    issues: new Neo4jIssueStore(connection, now),
    ingest: new Neo4jIngestStore({ connection, pseudonymize, now }),
    runs: new Neo4jRunStore(connection),
    spread: new Neo4jSpreadStore(connection),
    findings: new Neo4jFindingStore(connection),
    jobs: new Neo4jJobQueue(connection, now),
    graphEngine: new GdsEngine(connection),
    health: async () => {
      await schemaVersion(connection);
      return { kind: 'neo4j', schemaVersion: NEWEST_SCHEMA, location: connection.location };
    },
    close: () => connection.close(),
  };
}

/** Over a connection of its own, with the patience of a start: a mistyped address must not wait for minutes. */
async function prepare({ settings, pseudonymize, serving, existing }: Neo4jStoreOptions): Promise<void> {
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
  const check = pseudonymize('', 'key check');
  const [row] = await connection.write((cypher) => cypher.run<{ kept: string }>(PSEUDONYM_KEY_CHECK, { check }));
  if (row!.kept !== check)
    throw new CodedError('BAD_CONFIGURATION', 'the pseudonym key is not the one that this store was made with', {
      at: connection.location,
      hint: 'put the original pseudonym.key into the data folder',
    });
}
