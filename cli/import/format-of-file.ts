import { basename } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { detectFormat } from '#graph-jobs/ingest/formats/detect-format.js';
import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import { SourceFile } from '#graph-jobs/ingest/read/source-file.js';

/** What the command line may ask for: a format, or to tell it from what a file holds. */
export type AskedFormat = FormatName | 'auto';

/** The format asked for, as it counts for every file. Throws BAD_PARAMETERS where format and mapping do not go together. */
export function askedFormat(asked: AskedFormat | undefined, hasMapping: boolean): AskedFormat {
  const format = asked ?? (hasMapping ? 'csv' : 'auto');
  if (hasMapping && format !== 'csv')
    throw new CodedError('BAD_PARAMETERS', `a mapping is for the format csv, not for ${format}`, { at: '--map' });
  if (!hasMapping && format === 'csv')
    throw new CodedError('BAD_PARAMETERS', 'the format csv needs a mapping', {
      at: '--map',
      hint: 'see docs/import-formats.md and examples/mappings',
    });
  return format;
}

/** The format of one file; where it is told from the file, `say` hears what told it. Throws BAD_INPUT_FILE. */
export async function formatOf(path: string, asked: AskedFormat, say: (message: string) => void): Promise<FormatName> {
  if (asked !== 'auto') return asked;
  const { format, reason } = await detectFormat(await SourceFile.open(path));
  say(`${path} is read as ${format}: ${reason}`);
  return format;
}

/** What to try when a file holds nothing of the format that it was read by. */
export function adviceAgainst(format: FormatName, path: string): string {
  if (format === 'csv')
    return 'see that the mapping fits the columns, dates and words of the file: docs/import-formats.md';
  const others = '--format auto tells the format from the file, --format csv --map MAPPING.json reads any table';
  return `if ${basename(path)} is not of the format ${format}: ${others}; see docs/import-formats.md`;
}
