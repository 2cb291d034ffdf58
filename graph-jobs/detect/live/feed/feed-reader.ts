import type { NamedAction } from '../named-network.js';

/** Where a reader stands, to go on from there another time. */
export interface FeedPosition {
  /** Bytes of whole records read. */
  readonly offset: number;
  /** The line that comes next, from 1. */
  readonly line: number;
  /** The first line of a CSV; null before it was read, and where a feed has none. */
  readonly header: string | null;
  /** The last bytes before the offset, in base64: by them a file is known again. */
  readonly before: string;
}

export const START: FeedPosition = { offset: 0, line: 1, header: null, before: '' };

/** What a record says: actions (none where it acts on nothing), or why it cannot be taken. */
export type FeedRow =
  | { readonly actions: readonly NamedAction[] }
  | { readonly line: number; readonly field: string; readonly reason: string };

/** Reads a feed as its bytes come in. */
export interface FeedReader {
  readonly position: FeedPosition;
  /** Bytes behind the position that are no whole record yet. */
  readonly unfinished: number;
  /** The line that opened a quote which lines after it have not closed yet, so that they wait; null where none did. */
  readonly openQuote: number | null;
  /** The rows of the records that are whole now; `last` says that no more will come. */
  push(bytes: Uint8Array, last?: boolean): FeedRow[];
}

const KNOWN_BY = 1 << 10;

/** As many of the bytes before the next ones as a position keeps. */
export function lastBytes(before: Uint8Array, read: Uint8Array): Uint8Array {
  return Buffer.concat([before, read.subarray(-KNOWN_BY)]).subarray(-KNOWN_BY);
}
