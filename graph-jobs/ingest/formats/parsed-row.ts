import type { IngestRecord, IngestRow } from '#domain/ingest-record.js';
import type { RawRow } from '../read/raw-row.js';
import { FieldFault } from './field-fault.js';

/** What people who wrote a file call a field of a record: its column. */
export type NameField = (field: string) => string;

/** A row ready for the store, or the reason why it is not taken. `raw` is what the file had there. */
export type ParsedRow = AcceptedRow | RefusedRow;

export interface AcceptedRow {
  readonly row: IngestRow;
  readonly raw: unknown;
  readonly nameField?: NameField | undefined;
  readonly fault?: undefined;
}

interface RefusedRow {
  readonly line: number;
  readonly field: string;
  readonly fault: string;
  readonly raw: unknown;
}

/** The rows of a file in batches. */
export type ParsedRows = AsyncGenerator<readonly ParsedRow[], void, undefined>;

/**
 * Converts rows that give one record each. `convert` throws FieldFault for a row that cannot be taken. `repeatable`: see
 * IngestRow.
 */
export function convertRows<T>(
  rows: readonly RawRow<T>[],
  convert: (value: T) => IngestRecord,
  nameField?: NameField,
  repeatable?: true,
): ParsedRow[] {
  return rows.map((row) => {
    if (row.fault !== undefined) return row;
    const { line, value, text } = row;
    const raw = text ?? value;
    try {
      return { row: { line, record: convert(value), repeatable }, raw, nameField };
    } catch (error) {
      const refused = rejectedRow(line, raw, error);
      return nameField === undefined ? refused : { ...refused, field: nameField(refused.field) };
    }
  });
}

/** The rejected row that a FieldFault stands for; any other error is a fault of ours and is thrown on. */
export function rejectedRow(line: number, raw: unknown, error: unknown, prefix = ''): RefusedRow {
  if (!(error instanceof FieldFault)) throw error;
  return { line, field: prefix + error.field, fault: error.reason, raw };
}
