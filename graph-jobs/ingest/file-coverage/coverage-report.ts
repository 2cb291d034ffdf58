import type { MentionKind, Stream } from '#domain/mention.js';

/** How finely the times of a file are given. */
export type TimeResolution = 'day' | 'minute' | 'second' | 'finer';

/** A stretch in which a file has nothing though it has much around it. */
export interface TimeGap {
  /** Unix milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Whole hours without a mention. */
  readonly hours: number;
}

/** A field that mentions of the file do without. */
export interface MissingField {
  readonly field: CoveredField;
  readonly missing: number;
  /** Mentions that could have it: only responses have a parent. */
  readonly of: number;
}

export const COVERED_FIELDS = [
  'text',
  'language',
  'region',
  'links',
  'hashtags',
  'parent',
  'handle',
  'followers',
  'account created',
] as const;
export type CoveredField = (typeof COVERED_FIELDS)[number];

/** What the rows that could be read of a file hold and do not hold, and what that biases. */
export interface CoverageReport {
  readonly mentions: number;
  readonly kinds: Readonly<Partial<Record<MentionKind, number>>>;
  readonly streams: Readonly<Partial<Record<Stream, number>>>;
  /** Most frequent first, as are languages; '' stands for mentions that name none. */
  readonly platforms: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly deletions: number;
  /** Null when there is no mention. */
  readonly first: number | null;
  readonly last: number | null;
  /** Null where there are too few mentions to tell. */
  readonly resolution: TimeResolution | null;
  /** The longest, in the order of time. */
  readonly gaps: readonly TimeGap[];
  readonly missing: readonly MissingField[];
  readonly assumedZones: readonly string[];
  readonly droppedFields: readonly string[];
  readonly passedOver: Readonly<Record<string, number>>;
  /** What follows for whoever reads results that rest on this file. */
  readonly biases: readonly string[];
}
