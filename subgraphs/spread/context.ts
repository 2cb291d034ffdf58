import type { StoredGroup } from '#domain/finding.js';
import type { Issue } from '#domain/issue.js';
import type { Job } from '#domain/job.js';
import type { Store } from '#domain/ports/store.js';
import type { Run } from '#domain/run.js';
import type { RunDocument } from '#domain/run-document.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';

/** What this subgraph reads of a store; of issues it asks only whether they exist. */
export type SpreadPorts = Pick<Store, 'runs' | 'spread' | 'findings' | 'jobs' | 'issues'>;

export interface SpreadContext {
  readonly store: SpreadPorts;
  readonly runs: EntityLoader<Run>;
  /** By issue id. */
  readonly latestRuns: EntityLoader<Run>;
  /** By run id. */
  readonly documents: EntityLoader<RunDocument>;
  readonly groups: EntityLoader<StoredGroup>;
  readonly jobs: EntityLoader<Job>;
  readonly issues: EntityLoader<Issue>;
}

export function createSpreadContext(store: SpreadPorts): SpreadContext {
  return {
    store,
    runs: entityLoader((ids) => store.runs.get(ids)),
    latestRuns: entityLoader((issueIds) => store.runs.latest(issueIds)),
    documents: entityLoader((ids) => Promise.all(ids.map((id) => store.runs.document(id)))),
    groups: entityLoader((ids) => store.findings.get(ids)),
    jobs: entityLoader((ids) => store.jobs.get(ids)),
    issues: entityLoader((ids) => store.issues.get(ids)),
  };
}
