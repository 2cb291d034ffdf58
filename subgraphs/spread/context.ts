import type { Caller } from '#domain/caller.js';
import type { CascadeMetrics } from '#domain/cascade.js';
import type { StoredGroup } from '#domain/finding.js';
import { type HoaxCluster, hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import type { Issue } from '#domain/issue.js';
import type { Job } from '#domain/job.js';
import type { NetworkMember } from '#domain/ports/spread-store.js';
import type { Store } from '#domain/ports/store.js';
import type { Run } from '#domain/run.js';
import type { RunDocument } from '#domain/run-document.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';
import { type OneAfterAnother, oneAfterAnother } from '#platform/one-after-another.js';
import { toCascadeKey } from './cascade.mapper.js';
import { networkMembers } from './network-members.js';

/** What this subgraph reads of a store; of accounts, mentions and agencies it asks what a review needs to know. */
export type SpreadPorts = Pick<
  Store,
  | 'runs'
  | 'spread'
  | 'walks'
  | 'findings'
  | 'regionalFindings'
  | 'jobs'
  | 'issues'
  | 'accounts'
  | 'mentions'
  | 'agencies'
  | 'claims'
>;

/** Mentions of a cluster that one answer is made of: the steps from row to answer hold the thread for some 100 ms each. */
const MOST_SERVED = 50_000;

export interface SpreadContext {
  readonly store: SpreadPorts;
  readonly runs: EntityLoader<Run>;
  /** By issue id. */
  readonly latestRuns: EntityLoader<Run>;
  /** By run id. */
  readonly documents: EntityLoader<RunDocument>;
  readonly groups: EntityLoader<StoredGroup>;
  /** By the id of a cascade in the API. */
  readonly cascades: EntityLoader<CascadeMetrics>;
  /** By run id and account id, parted by a colon. */
  readonly members: EntityLoader<NetworkMember>;
  /** By issue id and claim id, as JSON. */
  readonly clusters: EntityLoader<HoaxCluster>;
  readonly jobs: EntityLoader<Job>;
  readonly issues: EntityLoader<Issue>;
  /** For work that many must not do at once. */
  readonly oneAfterAnother: OneAfterAnother;
  /** Who asks. */
  readonly caller: Caller;
}

export function createSpreadContext(store: SpreadPorts, caller: Caller): SpreadContext {
  const inTurn = oneAfterAnother();
  return {
    store,
    runs: entityLoader((ids) => store.runs.get(ids)),
    latestRuns: entityLoader((issueIds) => store.runs.latest(issueIds)),
    documents: entityLoader((ids) => Promise.all(ids.map((id) => store.runs.document(id)))),
    groups: entityLoader((ids) => store.findings.get(ids)),
    cascades: entityLoader((ids) => store.spread.cascadesByRoot(ids.map(toCascadeKey))),
    members: entityLoader((keys) => networkMembers(store.spread, keys)),
    clusters: entityLoader((keys) => Promise.all(keys.map((key) => inTurn(() => clusterOf(store.claims, key))))),
    jobs: entityLoader((ids) => store.jobs.get(ids)),
    issues: entityLoader((ids) => store.issues.get(ids)),
    oneAfterAnother: inTurn,
    caller,
  };
}

function clusterOf(claims: SpreadPorts['claims'], key: string): Promise<HoaxCluster> {
  const [issueId, claimId] = JSON.parse(key) as [string, string];
  return hoaxCluster(claims, { issueId, claimId }, MOST_SERVED);
}
