import type { Store } from '#domain/ports/store.js';
import { Neo4jClaimStore } from './claims/claim-store.js';
import { Neo4jConnection } from './connection.js';
import { Neo4jEmergingStore } from './emerging/emerging-store.js';
import { GdsEngine } from './engine/gds-engine.js';
import { Neo4jIngestStore } from './ingest/ingest-store.js';
import { Neo4jIssueStore } from './issues/issue-store.js';
import { Neo4jMentionStore } from './mentions/mention-store.js';
import { type Neo4jStoreOptions, prepare } from './prepare.js';
import { Neo4jAccountStore } from './reference/account-store.js';
import { Neo4jAgencyStore } from './reference/agency-store.js';
import { Neo4jRegionStore } from './reference/region-store.js';
import { Neo4jFindingStore } from './runs/finding-store.js';
import { Neo4jJobQueue } from './runs/job-queue.js';
import { Neo4jRegionalFindingStore } from './runs/regional-finding-store.js';
import { Neo4jRunStore } from './runs/run-store.js';
import { Neo4jSpreadStore } from './runs/spread-store.js';
import { Neo4jSpreadWalkStore } from './runs/spread-walk-store.js';
import { NEWEST_SCHEMA, schemaVersion } from './schema/ensure-schema.js';
import { refuseUnfinishedCopy } from './transfer/unfinished-copy.js';

const SERVING_PATIENCE_MS = 3_000;

/**
 * The store of an office that shares one: Neo4j. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION, NOT_FOUND,
 * COPY_UNFINISHED.
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<Store> {
  const { settings, pseudonymize, serving = false, now = Date.now, reviewLastsMs } = options;
  await prepare(options, refuseUnfinishedCopy);
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
    walks: new Neo4jSpreadWalkStore(connection),
    findings: new Neo4jFindingStore(connection, now, reviewLastsMs),
    regionalFindings: new Neo4jRegionalFindingStore(connection, now),
    jobs: new Neo4jJobQueue(connection, now),
    claims: new Neo4jClaimStore(connection, now),
    emerging: new Neo4jEmergingStore(connection, now),
    graphEngine: new GdsEngine(connection),
    health: async () => {
      await schemaVersion(connection);
      return { kind: 'neo4j', schemaVersion: NEWEST_SCHEMA, location: connection.location };
    },
    close: () => connection.close(),
  };
}
