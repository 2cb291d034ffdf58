/** A public issue under watch. */
export interface Issue {
  /** A slug chosen once: `banjir-jakarta`. */
  readonly id: string;
  readonly title: string;
  /** Boolean query in the language of issue-query/parse-issue-query.ts. */
  readonly query: string;
  /** Starts at 1; every change of the query makes a new version, and the old ones are kept. */
  readonly queryVersion: number;
  readonly ownerAgencyId: string | null;
  /** Region codes whose units see the issue besides the owner. */
  readonly sharedWith: readonly string[];
  /** Unix milliseconds, UTC. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type NewIssue = Pick<Issue, 'id' | 'title' | 'query' | 'ownerAgencyId' | 'sharedWith'>;

/** Codes of regions that an issue is shared with from now on, and of those with which it no longer is. */
export interface SharingChange {
  readonly with: readonly string[];
  readonly notWith: readonly string[];
}

const ISSUE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function isIssueId(text: string): boolean {
  return text.length <= 64 && ISSUE_ID.test(text);
}
