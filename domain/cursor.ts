import { CodedError } from './errors/coded-error.js';

export type CursorKey = readonly (string | number)[];

/** An opaque cursor: the list's name and the keyset of one row. */
export function encodeCursor(list: string, key: CursorKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The keyset of a cursor made for `list` with values of these types. Throws BAD_CURSOR for any other text. */
export function decodeCursor(list: string, types: readonly ('string' | 'number')[], cursor: string): CursorKey {
  const [name, ...key] = parseCursor(cursor);
  if (name !== list || key.length !== types.length || !key.every((value, i) => typeof value === types[i]))
    throw bad(cursor);
  return key as CursorKey;
}

function parseCursor(cursor: string): unknown[] {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const parsed: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0))));
    if (Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw bad(cursor, cause);
  }
  throw bad(cursor);
}

function bad(cursor: string, cause?: unknown): CodedError {
  return new CodedError('BAD_CURSOR', `"${cursor.slice(0, 80)}" is not a cursor of this list`, {
    at: 'after',
    hint: 'pass an endCursor or cursor exactly as the list gave it, with the same filter',
    cause,
  });
}
