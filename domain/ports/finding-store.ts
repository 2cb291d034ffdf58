import type { CoTimedEdge, EvidenceRow, GroupInRun, StoredGroup } from '../finding.js';
import type { FindingReview } from '../finding-review.js';
import type { Page, PageRequest } from '../paging.js';

export interface FindingStore {
  get(ids: readonly string[]): Promise<readonly (StoredGroup | null)[]>;
  /** Largest groups first; of one size, by id. */
  page(runId: string, page: PageRequest): Promise<Page<StoredGroup>>;
  /** Groups of a run that hold the account, in the same order. */
  ofAccount(runId: string, accountId: string, page: PageRequest): Promise<Page<StoredGroup>>;
  /**
   * The groups of one line (see GroupLineage.stableId) in runs that are DONE: newest run first; of those that began at the
   * same time, by id downwards. No more is read than what it gives: a finding may have megabytes.
   */
  ofLine(stableId: string, page: PageRequest): Promise<Page<GroupInRun>>;
  /** Rows behind a group, or behind one of its edges; ordered as the detector gave them. */
  evidence(
    findingId: string,
    edge: Pick<CoTimedEdge, 'from' | 'to'> | null,
    page: PageRequest,
  ): Promise<Page<EvidenceRow>>;
  /**
   * Appends a review to the history of a finding, and gives the finding the state that follows (see standingOf). The same id
   * again changes nothing. Throws NOT_FOUND, and what withReview throws.
   */
  review(findingId: string, review: Omit<FindingReview, 'number' | 'at'>): Promise<void>;
  /** The whole history of a finding, oldest first; none where nobody reviewed it, or there is none. */
  reviews(findingId: string): Promise<readonly FindingReview[]>;
}
