/** Codes in MentionColumns.kind and .stream: the position in MENTION_KINDS and STREAMS. */
export const NO_ROW = 0xffffffff;

/**
 * The mentions of an issue as columns, one row a mention, ordered by (publishedAt, mention id): the same data gives the
 * same rows from every store, so that everything computed from them is reproducible.
 */
export interface MentionColumns {
  readonly length: number;
  readonly publishedAt: Float64Array;
  readonly kind: Uint8Array;
  readonly stream: Uint8Array;
  /** Code into `accounts`; codes follow first appearance. */
  readonly account: Uint32Array;
  /** Row of the parent, NO_ROW where there is none or it is not among these rows. */
  readonly parent: Uint32Array;
  /** Code into `parents` for every mention that names a parent, imported or not; NO_ROW where none is named. */
  readonly namedParent: Uint32Array;
  /** Code into `regions`, NO_ROW where unknown. */
  readonly region: Uint32Array;
  /** Code into `platforms`. */
  readonly platform: Uint8Array;
  /** Mention ids by row. */
  readonly ids: StringColumn;
  readonly accounts: readonly ColumnAccount[];
  /** Ids of the named parents by code, first appearance first. */
  readonly parents: StringColumn;
  readonly regions: readonly string[];
  readonly platforms: readonly string[];
  /** Hashtags of mentions: pairs (mention row, object code), of one mention in the order in which it has them. */
  readonly hashtags: ObjectColumns;
  /** Links of mentions, and hashes of their pictures and videos. */
  readonly links: ObjectColumns;
  readonly media: ObjectColumns;
  /** Null where nobody asked for it: it is most of what an issue weighs. */
  readonly texts: TextColumn | null;
  /** See sentimentCode(); NO_TEXT for a repost and for an empty text. Null where nobody asked for it. */
  readonly sentiment: Uint8Array | null;
}

/** Characters (UTF-16 units) of a text that columns hold. */
export const MOST_TEXT = 10_000;

/**
 * What mentions say: a code into `values` for every row, NO_ROW for a repost, which only repeats its parent, and for an
 * empty text. `values` is the dictionary, in order of first appearance: a text that is posted a million times is held once.
 */
export interface TextColumn {
  readonly text: Uint32Array;
  readonly values: StringColumn;
}

/** An account as far as the jobs need it. */
export interface ColumnAccount {
  readonly id: string;
  readonly followers: number | null;
  readonly newsOutlet: boolean;
  readonly agencyId: string | null;
  readonly layer: string | null;
}

/** What mentions carry, as pairs of columns; `values` is the dictionary, in order of first appearance. */
export interface ObjectColumns {
  readonly length: number;
  readonly mention: Uint32Array;
  readonly object: Uint32Array;
  readonly values: readonly string[];
}

/** A read-only column of strings that need not hold them as JavaScript strings. */
export interface StringColumn {
  readonly length: number;
  at(row: number): string;
}
