import type { Mention, MentionKind, Stream } from '../mention.js';
import type { Page, PageRequest } from '../paging.js';
import type { TimelineBucket } from '../run-document.js';

/** All conditions hold together; an absent one is no condition. */
export interface MentionFilter {
  readonly issueId?: string;
  /** Unix milliseconds; `from` included, `to` excluded. */
  readonly from?: number;
  readonly to?: number;
  readonly platforms?: readonly string[];
  readonly kinds?: readonly MentionKind[];
  readonly streams?: readonly Stream[];
  /** The region itself and all that lies in it. */
  readonly regionCode?: string;
  /** Published by an account that this agency declares. */
  readonly agencyId?: string;
  readonly accountId?: string;
  /**
   * Words that must all occur; "quoted words" must occur in that order. Words are what stands between spaces and
   * punctuation: in scripts without spaces (Chinese, Japanese, Thai) only a whole run of characters is found, where an
   * issue's query finds any part of it.
   */
  readonly text?: string;
}

export const MENTION_ORDERS = ['NEWEST', 'OLDEST'] as const;
export type MentionOrder = (typeof MENTION_ORDERS)[number];

export interface MentionStore {
  /** In the order of `ids`; null where there is none. */
  get(ids: readonly string[]): Promise<readonly (Mention | null)[]>;
  page(filter: MentionFilter, order: MentionOrder, page: PageRequest): Promise<Page<Mention>>;
  /** Mentions that no issue holds, published from `from` on and before `to` (Unix milliseconds), oldest first. */
  outsideIssues(from: number, to: number, page: PageRequest): Promise<Page<Mention>>;
  count(filter: MentionFilter): Promise<number>;
  /**
   * Counts by bucket, stream and kind, empty buckets left out. Buckets start at multiples of `bucketMs` after
   * `offsetMs`, so that days can be local ones. Throws BAD_PARAMETERS when that makes more than 10,000 buckets.
   */
  timeline(filter: MentionFilter, bucketMs: number, offsetMs: number): Promise<readonly TimelineBucket[]>;
}
