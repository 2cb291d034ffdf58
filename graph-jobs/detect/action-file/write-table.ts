import { writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { CodedError } from '#domain/errors/coded-error.js';

/** Writes a small table as CSV, just the header where there is no row. Throws BAD_INPUT_FILE when it cannot be written. */
export function writeTable(file: string, fields: string[], data: unknown[][]): void {
  try {
    writeFileSync(file, `${Papa.unparse({ fields, data }, { newline: '\n' }).trimEnd()}\n`);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new CodedError('BAD_INPUT_FILE', `The results cannot be written (${code})`, {
      at: file,
      hint: 'check that the folder is there and can be written to',
      cause,
    });
  }
}
