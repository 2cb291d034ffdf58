import type { StringColumn } from '#domain/mention-columns.js';

/**
 * Mentions and what they carry, as columns: a row a mention, ordered by (time, id), so that the same mentions give the same
 * rows whatever order they came in. Objects are hashtags, canonical links and clusters of near-duplicate texts.
 */
export interface MentionObjects {
  readonly length: number;
  readonly time: Float64Array;
  /** Code into `accounts`; only whether two are the same means anything. */
  readonly account: Uint32Array;
  readonly platform: Uint8Array;
  /** 1 where the mention is of the news stream. */
  readonly news: Uint8Array;
  readonly ids: StringColumn;
  readonly accounts: StringColumn;
  /** By account code, 1 where an agency declares the account; null where nobody knows. */
  readonly declared: Uint8Array | null;
  readonly platforms: readonly string[];
  /** The first characters of what mentions say, by row; null where nobody asked for them. */
  readonly excerpts: StringColumn | null;
  readonly objectCount: number;
  /** Position in OBJECT_KINDS. */
  readonly kind: Uint8Array;
  /** Rows of the mentions that carry an object, ascending, from start[object] to start[object + 1]. */
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
  /** A hashtag, an address, or the id of the mention that said the text first. */
  nameOf(object: number): string;
}
