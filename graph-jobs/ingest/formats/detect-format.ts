import { CodedError } from '#domain/errors/coded-error.js';
import type { SourceFile } from '../read/source-file.js';
import { readHead } from './file-head.js';
import { FORMATS, type FormatName } from './read-format.js';

/** A format, and what in the file told it. */
export interface DetectedFormat {
  readonly format: FormatName;
  readonly reason: string;
}

const COLUMNS_SHOWN = 12;

/** Tells the format of a file by what it holds, never by its name. Throws BAD_INPUT_FILE when it is none that is known. */
export async function detectFormat(source: SourceFile): Promise<DetectedFormat> {
  const head = await readHead(source);
  const found = Object.entries(FORMATS).flatMap(([format, { recognise }]) => {
    const reason = recognise?.(head) ?? null;
    return reason === null ? [] : [{ format: format as FormatName, reason }];
  });
  if (found.length === 1) return found[0]!;
  if (head.isEmpty) throw new CodedError('BAD_INPUT_FILE', source.damage ?? 'the file is empty', { at: source.path });
  if (found.length > 1)
    throw new CodedError('BAD_INPUT_FILE', `the file looks like ${found.map(({ format }) => format).join(' and ')}`, {
      at: source.path,
      hint: 'say which it is with --format',
    });
  const widest = [...head.headers].sort((a, b) => b.columns.length - a.columns.length || a.line - b.line)[0];
  const seen = widest === undefined ? '' : `; line ${widest.line} names ${shown(widest.columns)}`;
  throw new CodedError('BAD_INPUT_FILE', `the file is of no format that is known${seen}`, {
    at: source.path,
    hint: 'any table can be read with --format csv --map MAPPING.json; docs/import-formats.md lists the formats',
  });
}

function shown(columns: readonly string[]): string {
  const more = columns.length - COLUMNS_SHOWN;
  return columns.slice(0, COLUMNS_SHOWN).join(', ').slice(0, 400) + (more > 0 ? ` and ${more} more` : '');
}
