import { type CursorKey, decodeCursor, encodeCursor } from '#domain/cursor.js';
import type { Page, PageRequest } from '#domain/paging.js';

/** Where a list goes on: the keyset of the last row seen, or null at the start. Throws BAD_CURSOR. */
export function keysetAfter(
  list: string,
  types: readonly ('string' | 'number')[],
  request: PageRequest,
): CursorKey | null {
  return request.after === null ? null : decodeCursor(list, types, request.after);
}

/** A page from `first + 1` rows: the one too many only tells that there are more. */
export function keysetPage<Row, T>(
  list: string,
  request: PageRequest,
  rows: readonly Row[],
  node: (row: Row) => T,
  key: (row: Row) => CursorKey,
): Page<T> {
  const items = rows.slice(0, request.first).map((row) => ({ node: node(row), cursor: encodeCursor(list, key(row)) }));
  return { items, hasNextPage: rows.length > request.first };
}

/** `rows` in the order of `keys`, null where a key has none. */
export function inOrderOf<Row, T>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  read: (row: Row) => T,
): (T | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => {
    const row = found.get(key);
    return row === undefined ? null : read(row);
  });
}
