/**
 * One row as a file gives it: the fields of a table row or a JSON value, with its place (the line of a text file, the
 * ordinal of an element of a JSON document), or the reason why it could not be read. `raw` is for the rejects file,
 * and so is `text`: what the file had there, where `value` no longer tells.
 */
export type RawRow<T> =
  | { readonly line: number; readonly value: T; readonly text?: string; readonly fault?: undefined }
  | { readonly line: number; readonly fault: string; readonly field: string; readonly raw: unknown };

/** Rows come in batches: a promise per row would cost more than the row. */
export type RawRows<T> = AsyncGenerator<readonly RawRow<T>[], void, undefined>;

/** What `field` of a rejected row names when the fault lies in the row or in the file as a whole. */
export const WHOLE_ROW = '(row)';
export const WHOLE_FILE = '(file)';
