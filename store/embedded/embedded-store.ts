import type { NewIssue } from '#domain/issue.js';
import type { Store } from '#domain/ports/store.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import { EmbeddedAccountStore } from './account-store.js';
import { EmbeddedAgencyStore } from './agency-store.js';
import { checkKey } from './check-key.js';
import { EmbeddedClaimStore } from './claims/claim-store.js';
import { Database } from './database.js';
import { EmbeddedEmergingStore } from './emerging/emerging-store.js';
import { inThread, WorkerReads } from './heavy-reads.js';
import { EmbeddedIngestStore } from './ingest/ingest-store.js';
import { IssueColumns } from './issues/issue-columns.js';
import { IssueMembership } from './issues/issue-membership.js';
import { EmbeddedIssueStore } from './issues/issue-store.js';
import { createInThread } from './issues/issue-thread.js';
import { EmbeddedMentionStore } from './mentions/mention-store.js';
import { migrate, SCHEMA_VERSION } from './migrate.js';
import { Platforms } from './platforms.js';
import { EmbeddedRegionStore } from './region-store.js';
import { EmbeddedFindingStore } from './runs/finding-store.js';
import { EmbeddedJobQueue } from './runs/job-queue.js';
import { EmbeddedRegionalFindingStore } from './runs/regional-finding-store.js';
import { EmbeddedRunStore } from './runs/run-store.js';
import { EmbeddedSpreadStore } from './runs/spread-store.js';
import { EmbeddedSpreadWalkStore } from './runs/spread-walk-store.js';
import { refuseUnfinishedCopy } from './transfer/unfinished-copy.js';

export interface EmbeddedStoreOptions {
  /** Path of the database file; made when it is not there. */
  readonly file: string;
  readonly pseudonymize: Pseudonymize;
  /** Counts, timelines, text searches and new issues in worker threads, for processes that serve. Default: in this thread. */
  readonly queryWorker?: boolean;
  /** Page cache of the connection. */
  readonly cacheMiB?: number;
  readonly now?: () => number;
  /** How long a vote on a finding counts. */
  readonly reviewLastsMs?: number | undefined;
}

/** The default store: one SQLite file, one process or several. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION, COPY_UNFINISHED. */
export function openEmbeddedStore(options: EmbeddedStoreOptions): Store {
  const { file, pseudonymize, now = Date.now, cacheMiB, reviewLastsMs } = options;
  const database = new Database(file, cacheMiB === undefined ? {} : { cacheMiB });
  const heavy = options.queryWorker ? new WorkerReads(file) : inThread(database);
  try {
    migrate(database);
    checkKey(database, pseudonymize);
    refuseUnfinishedCopy(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const platforms = new Platforms(database);
  const membership = new IssueMembership(database, platforms);
  const columns = new IssueColumns(database, platforms);
  const createElsewhere = options.queryWorker ? (issue: NewIssue) => createInThread({ file, issue }) : undefined;
  return {
    mentions: new EmbeddedMentionStore(database, heavy, platforms),
    accounts: new EmbeddedAccountStore(database, platforms),
    agencies: new EmbeddedAgencyStore(database),
    regions: new EmbeddedRegionStore(database),
    issues: new EmbeddedIssueStore({ database, membership, columns, now, createElsewhere }),
    ingest: new EmbeddedIngestStore({ database, platforms, membership, pseudonymize, now }),
    runs: new EmbeddedRunStore(database),
    spread: new EmbeddedSpreadStore(database),
    walks: new EmbeddedSpreadWalkStore(database, heavy, platforms),
    findings: new EmbeddedFindingStore(database, now, reviewLastsMs),
    regionalFindings: new EmbeddedRegionalFindingStore(database, heavy, now),
    jobs: new EmbeddedJobQueue(database, now),
    claims: new EmbeddedClaimStore({ database, heavy, platforms, now }),
    emerging: new EmbeddedEmergingStore(database, now),
    health: async () => {
      database.get('SELECT 1 FROM meta');
      return { kind: 'embedded', schemaVersion: SCHEMA_VERSION, location: file };
    },
    close: async () => {
      await heavy.close();
      database.close();
    },
  };
}
