import type { NamedAction } from '../named-network.js';

/** Where a reader stands, to go on from there another time. */
export interface FeedPosition {
  /** Bytes of whole records read. */
  readonly offset: number;
  /** The line that comes next, from 1. */
  readonly line: number;
  /** The first line of a CSV; null before it was read, and where a feed has none. */
  readonly header: string | null;
}

export const START: FeedPosition = { offset: 0, line: 1, header: null };

/** What a record says: actions (none where it acts on nothing), or why it cannot be taken. */
export type FeedRow =
  | { readonly actions: readonly NamedAction[] }
  | { readonly line: number; readonly field: string; readonly reason: string };

/** Reads a feed as its bytes come in. */
export interface FeedReader {
  readonly position: FeedPosition;
  /** The rows of the records that are whole now; `last` says that no more will come. */
  push(bytes: Uint8Array, last?: boolean): FeedRow[];
}
