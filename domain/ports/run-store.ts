import type { CascadeMetrics } from '../cascade.js';
import type { EvidenceRow, TracedGroup } from '../finding.js';
import type { Page, PageRequest } from '../paging.js';
import type { Run } from '../run.js';
import type { RunDocument } from '../run-document.js';
import type { ProgressListener } from './issue-store.js';

/** The spread network as columns: edge i says that `accounts[target[i]]` amplified `accounts[source[i]]`, weight[i] times. */
export interface NetworkColumns {
  readonly accounts: readonly string[];
  /** Community of each account. */
  readonly community: Uint32Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Uint32Array;
}

/** All that a run leaves behind. */
export interface RunResults {
  readonly document: RunDocument;
  readonly network: NetworkColumns;
  readonly cascades: Iterable<CascadeMetrics>;
  readonly groups: readonly (TracedGroup & { readonly evidence: Iterable<EvidenceRow> })[];
}

export interface RunStore {
  get(ids: readonly string[]): Promise<readonly (Run | null)[]>;
  /** Newest first; of those that began at the same time, by id downwards. */
  page(issueId: string, page: PageRequest): Promise<Page<Run>>;
  /** The newest DONE run of each issue whose network is there as a whole, in the order of `issueIds`. */
  latest(issueIds: readonly string[]): Promise<readonly (Run | null)[]>;
  /** Adds the run, or replaces one of the same id: that is the same work done again. */
  put(run: Run): Promise<void>;
  /**
   * Replaces the results of the run, in slices; they can be read once the run is put as DONE. Review states of findings
   * with the same id are kept, whenever the writing is cut off. Of older runs of the issue the latest keeps its network and
   * cascades, so that there is one to read until this run is DONE; those of all others are dropped. Manifests, documents
   * and findings stay. Where two write the results of the same run at once, the one that came later goes on and the other
   * hears RUN_IN_PROGRESS: a writer that was killed keeps nobody waiting.
   */
  writeResults(run: Run, results: RunResults, onProgress?: ProgressListener): Promise<void>;
  /**
   * Ends runs that are RUNNING and were started before this time: what there is of their networks is dropped, and they are
   * FAILED. Gives their ids. Should one be alive after all, it hears RUN_IN_PROGRESS at its next slice, and nothing mixes.
   */
  dropAbandoned(startedBefore: number): Promise<readonly string[]>;
  document(runId: string): Promise<RunDocument | null>;
}
