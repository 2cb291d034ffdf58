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

/**
 * Of a list whose cursors count the rows that were seen: how many these are. The number of a row among all would tell whoever
 * sees some alone how many others there are. A cursor that somebody made up leads to another place of the same rows.
 */
export function seenBefore(list: string, request: PageRequest): number {
  const [seen = 0] = keysetAfter(list, ['number'], request) ?? [];
  return Math.min(Math.max(0, Math.trunc(Number(seen))), Number.MAX_SAFE_INTEGER);
}

/** The page that follows. */
export function seenPage<Row, T>(
  list: string,
  request: PageRequest,
  rows: readonly Row[],
  node: (row: Row) => T,
): Page<T> {
  const before = seenBefore(list, request);
  const numbered = rows.map((row, i) => ({ row, seen: before + i + 1 }));
  return keysetPage(
    list,
    request,
    numbered,
    ({ row }) => node(row),
    ({ seen }) => [seen],
  );
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
