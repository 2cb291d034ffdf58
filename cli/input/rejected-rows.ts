import { CodedError } from '#domain/errors/coded-error.js';
import type { RowTally } from '#graph-jobs/csv-file/csv-reader.js';

/** Names what was left out of a file, by line and field. */
export function nameRejects({ rows, rejected, rejects }: RowTally): void {
  for (const { line, field, reason } of rejects) {
    console.error(`line ${line}${field === '' ? '' : `, ${field}`}: ${reason}`);
  }
  if (rejected > 0) console.error(`${rejected} of ${rows} rows left out`);
}

/** Throws BAD_INPUT_FILE, after naming them, where all rows of a file were left out; `advice` is for wrong columns. */
export function mustHaveRows(path: string, file: RowTally, advice: string): void {
  if (file.rows === 0 || file.rejected < file.rows) return;
  nameRejects(file);
  throw new CodedError('BAD_INPUT_FILE', 'None of its rows can be used', {
    at: path,
    hint: `mend what is named above, or ${advice}`,
  });
}
