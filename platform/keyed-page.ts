import { type CursorKey, decodeCursor, encodeCursor } from '#domain/cursor.js';
import type { Page, PageRequest } from '#domain/paging.js';

interface KeyedList<T> {
  /** Name of the list: a cursor of another list is refused. */
  readonly name: string;
  readonly items: readonly T[];
  /** What tells an item from all others of the list, and orders them. */
  key(item: T): CursorKey;
}

/**
 * A page of a list that came whole with its owner, such as the members of a group: ordered by key, so that pages agree
 * whatever order a store keeps. Throws BAD_CURSOR.
 */
export function keyedPage<T>({ name, items, key }: KeyedList<T>, { first, after }: PageRequest): Page<T> {
  const keyed = items.map((node) => ({ node, key: key(node) })).sort((a, b) => compareKeys(a.key, b.key));
  const start = after === null ? 0 : startAfter(keyed, seenKey(name, keyed, after));
  const page = keyed.slice(start, start + first);
  return {
    items: page.map(({ node, key }) => ({ node, cursor: encodeCursor(name, key) })),
    hasNextPage: keyed.length > start + page.length,
  };
}

function seenKey(name: string, keyed: readonly { key: CursorKey }[], after: string): CursorKey {
  const types = (keyed[0]?.key ?? []).map((part) => typeof part as 'string' | 'number');
  return decodeCursor(name, types, after);
}

function startAfter(keyed: readonly { key: CursorKey }[], seen: CursorKey): number {
  const next = keyed.findIndex(({ key }) => compareKeys(key, seen) > 0);
  return next === -1 ? keyed.length : next;
}

function compareKeys(a: CursorKey, b: CursorKey): number {
  const differs = a.findIndex((part, i) => part !== b[i]);
  if (differs === -1) return 0;
  return a[differs]! < b[differs]! ? -1 : 1;
}
