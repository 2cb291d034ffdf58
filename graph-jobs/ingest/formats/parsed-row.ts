import type { IngestRecord, IngestRow } from '#domain/ingest-record.js';
import type { RawRow } from '../read/raw-row.js';
import { FieldFault } from './field-fault.js';

/** A row ready for the store, or the reason why it is not taken. `raw` is what the file had there. */
export type ParsedRow =
  | { readonly row: IngestRow; readonly raw: unknown; readonly fault?: undefined }
  | { readonly line: number; readonly field: string; readonly fault: string; readonly raw: unknown };

/** The rows of a file in batches. */
export type ParsedRows = AsyncGenerator<readonly ParsedRow[], void, undefined>;

/** Converts rows that give one record each. `convert` throws FieldFault for a row that cannot be taken. */
export function convertRows<T>(rows: readonly RawRow<T>[], convert: (value: T) => IngestRecord): ParsedRow[] {
  const parsed: ParsedRow[] = [];
  for (const raw of rows) parsed.push(raw.fault === undefined ? convertOne(raw.line, raw.value, convert) : raw);
  return parsed;
}

function convertOne<T>(line: number, value: T, convert: (value: T) => IngestRecord): ParsedRow {
  try {
    return { row: { line, record: convert(value) }, raw: value };
  } catch (error) {
    return rejectedRow(line, value, error);
  }
}

/** The rejected row that a FieldFault stands for; any other error is a fault of ours and is thrown on. */
export function rejectedRow(line: number, raw: unknown, error: unknown, prefix = ''): ParsedRow {
  if (!(error instanceof FieldFault)) throw error;
  return { line, field: prefix + error.field, fault: error.reason, raw };
}
