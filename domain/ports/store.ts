import type { AccountStore } from './account-store.js';
import type { AgencyStore, RegionStore } from './agency-store.js';
import type { ClaimStore } from './claim-store.js';
import type { EmergingStore } from './emerging-store.js';
import type { FindingStore } from './finding-store.js';
import type { GraphEngine } from './graph-engine.js';
import type { IngestStore } from './ingest-store.js';
import type { IssueStore } from './issue-store.js';
import type { JobQueue } from './job-queue.js';
import type { MentionStore } from './mention-store.js';
import type { RegionalFindingStore } from './regional-finding-store.js';
import type { RunStore } from './run-store.js';
import type { SpreadStore } from './spread-store.js';
import type { SpreadWalkStore } from './spread-walk-store.js';

export interface StoreHealth {
  readonly kind: string;
  readonly schemaVersion: number;
  /** Where it is, without credentials. */
  readonly location: string;
}

/** All ports of one store. Every adapter passes test/contract. Methods throw STORE_UNAVAILABLE when it is out of reach. */
export interface Store {
  readonly mentions: MentionStore;
  readonly accounts: AccountStore;
  readonly agencies: AgencyStore;
  readonly regions: RegionStore;
  readonly issues: IssueStore;
  readonly ingest: IngestStore;
  readonly runs: RunStore;
  readonly spread: SpreadStore;
  readonly walks: SpreadWalkStore;
  readonly findings: FindingStore;
  readonly regionalFindings: RegionalFindingStore;
  readonly jobs: JobQueue;
  readonly claims: ClaimStore;
  readonly emerging: EmergingStore;
  /** Absent where the store cannot compute. */
  readonly graphEngine?: GraphEngine;
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}
