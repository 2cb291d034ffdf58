import type { Issue, NewIssue, SharingChange } from '../issue.js';
import type { MentionColumns } from '../mention-columns.js';
import type { Page, PageRequest } from '../paging.js';

export interface IssueFilter {
  readonly ownerAgencyId?: string;
  /** Shared with this region or with one that it lies in. */
  readonly sharedWith?: string;
  /** Only what this caller sees (see seesIssue). */
  readonly seenBy?: IssueReader;
}

/** Who sees issues that are shared with one of these regions, with one around it or in it, and those that the agency owns. */
export interface IssueReader {
  readonly regions: readonly string[];
  readonly agencyId: string | null;
}

/** Called between slices of a long job; throw from it (STOPPED) to stop without a trace. */
export type ProgressListener = (done: number, total: number) => void;

/** What columns carry besides what they always do. */
export interface CarriedColumns {
  readonly texts?: boolean;
  /** Called for each text as it comes by, reposts left out: what it gives is kept in place of the text, a byte. */
  readonly sentimentOf?: (text: string) => number;
}

export interface IssueStore {
  get(ids: readonly string[]): Promise<readonly (Issue | null)[]>;
  /** Ordered by id. */
  page(filter: IssueFilter, page: PageRequest): Promise<Page<Issue>>;
  /** Adds the issue and matches all stored mentions. Throws ISSUE_EXISTS or BAD_ISSUE_QUERY. */
  create(issue: NewIssue, onProgress?: ProgressListener): Promise<Issue>;
  /** Makes a new version of the query and matches again; readers see the old membership until it is whole. */
  changeQuery(issueId: string, query: string, onProgress?: ProgressListener): Promise<Issue>;
  /** What is asked for twice is there once, and changes nothing the second time. Throws NOT_FOUND. */
  share(issueId: string, change: SharingChange): Promise<Issue>;
  /** Versions of the query, oldest first. */
  queryVersions(issueId: string): Promise<readonly { version: number; query: string; since: number }[]>;
  /** All mentions of an issue, as columns; their texts and what they say only where `carry` asks for it. */
  columns(issueId: string, onProgress?: ProgressListener, carry?: CarriedColumns): Promise<MentionColumns>;
}
