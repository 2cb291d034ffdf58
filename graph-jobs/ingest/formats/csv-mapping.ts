import { readFileSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';
import { firstError, schemaValidator } from './schema-validator.js';

/** Where a text comes from. `prefix` and `values` work on what a column holds. */
export type TextSource =
  | { readonly column: string; readonly values?: Readonly<Record<string, string>>; readonly prefix?: string }
  | { readonly constant: string }
  | { readonly firstOf: readonly TextSource[] };

export interface TimeSource {
  readonly column: string;
  /** `unix-s`, `unix-ms`, `iso`, or a pattern of luxon. */
  readonly format: string;
  /** IANA name or offset. */
  readonly zone?: string;
}

export interface ListSource {
  readonly column: string;
  readonly separator: string;
}

/** A mapping as schemas/csv-mapping.schema.json describes it. */
export interface CsvMapping {
  readonly delimiter?: string;
  readonly platform?: TextSource;
  readonly id: TextSource;
  readonly kind?: TextSource;
  readonly stream?: TextSource;
  readonly publishedAt: TimeSource;
  readonly parent?: TextSource;
  readonly text?: TextSource;
  readonly urls?: ListSource;
  readonly hashtags?: ListSource;
  readonly media?: ListSource;
  readonly region?: TextSource;
  readonly language?: TextSource;
  readonly account: AccountMapping;
}

interface AccountMapping {
  readonly id: TextSource;
  readonly handle?: TextSource;
  readonly displayName?: TextSource;
  readonly followers?: TextSource;
  readonly createdAt?: TimeSource;
  readonly newsOutlet?: TextSource;
  readonly agency?: TextSource;
  readonly layer?: TextSource;
}

/** Reads a mapping file. Throws BAD_MAPPING naming the place of what is wrong. */
export function readMapping(path: string): CsvMapping {
  const mapping = parsed(path);
  const validate = schemaValidator('csv-mapping.schema.json');
  if (validate(mapping)) return mapping as CsvMapping;
  const { path: place, reason } = firstError(validate.errors);
  throw new CodedError('BAD_MAPPING', place === '' ? reason : `${place}: ${reason}`, {
    at: path,
    hint: 'see docs/import-formats.md and the schema graph-jobs/ingest/schemas/csv-mapping.schema.json',
  });
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw unreadableFile(path, cause, { code: 'BAD_MAPPING' });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const hint = 'see examples/mappings for whole ones';
    throw new CodedError('BAD_MAPPING', `the mapping is no JSON: ${(cause as Error).message}`, {
      at: path,
      hint,
      cause,
    });
  }
}
