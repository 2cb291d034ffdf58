import type {
  CandidateDecision,
  CandidateState,
  EmergingCandidate,
  EmergingIssue,
  EmergingSearch,
  KeptSearch,
} from '../emerging-issue.js';
import type { Page, PageRequest } from '../paging.js';

/** Emerging issues that searches found, and what people made of them. Nothing in it is ever erased. */
export interface EmergingStore {
  /**
   * Keeps a search and what it found, in its order. One that shares an object with a candidate that was found before, not more
   * than a day apart, is that candidate found again; what people decided stays, as they saw it. A search that is there already
   * changes nothing. All or nothing.
   */
  put(search: EmergingSearch, found: readonly EmergingIssue[]): Promise<void>;
  /** In the order of `ids`; null where there is none. */
  searches(ids: readonly string[]): Promise<readonly (KeptSearch | null)[]>;
  /** The last written first; of those written at once, by id. */
  searchPage(page: PageRequest): Promise<Page<KeptSearch>>;
  /** In the order of `ids`; null where there is none. */
  get(ids: readonly string[]): Promise<readonly (EmergingCandidate | null)[]>;
  /** By the end of the last period in which they were found, newest first, then in the order of that search, then by id. */
  page(state: CandidateState | null, page: PageRequest): Promise<Page<EmergingCandidate>>;
  /**
   * Appends to the log of a candidate, and makes the verdict its state. The same decision again changes nothing. Throws
   * NOT_FOUND where there is no such candidate, BAD_PARAMETERS where the id is that of another decision.
   */
  decide(decision: Omit<CandidateDecision, 'number' | 'at'>): Promise<EmergingCandidate>;
  /** The log of a candidate, oldest first. */
  decisions(candidateId: string, page: PageRequest): Promise<Page<CandidateDecision>>;
  /** A decision by its id; null where there is none. */
  decision(id: string): Promise<CandidateDecision | null>;
}
