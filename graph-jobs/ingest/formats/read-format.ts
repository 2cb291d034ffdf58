import type { SourceFile } from '../read/source-file.js';
import { readCoortweet } from './coortweet-format.js';
import { readCsv } from './csv-format.js';
import type { FormatOptions } from './format-options.js';
import { readJejaring } from './jejaring-format.js';
import type { ParsedRows } from './parsed-row.js';
import { readXApiV2 } from './x-api-v2-format.js';

const READERS = {
  jejaring: readJejaring,
  csv: readCsv,
  coortweet: readCoortweet,
  'x-api-v2': readXApiV2,
} satisfies Record<string, (source: SourceFile, options: FormatOptions) => ParsedRows>;

export type FormatName = keyof typeof READERS;

/** Names of the formats that can be imported. */
export const FORMAT_NAMES = Object.keys(READERS) as FormatName[];

/** Reads a file of the given format as records for the store, in batches; what cannot be taken says why. */
export function readFormat(format: FormatName, source: SourceFile, options: FormatOptions): ParsedRows {
  return READERS[format](source, options);
}
