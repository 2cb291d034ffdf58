import type { CursorKey } from '#domain/cursor.js';
import type { TransferSlice } from '#domain/ports/transfer-store.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import type { Database, SqlValue } from '../database.js';

const SLICE_ROWS = 5_000;
/** Characters: texts may hold a million each, documents more. */
const SLICE_SIZE = 8_000_000;

/** How one kind of record is read from the tables and written to them. */
export interface KindTransfer<Kind extends TransferKind> {
  count(): number;
  read(after: CursorKey | null): TransferSlice<Kind>;
  /** Inside a transaction. */
  write(records: readonly TransferRecords[Kind][]): void;
}

export function countOf(database: Database, sql: string): number {
  return database.get<{ count: number }>(sql)!.count;
}

/** The rows of `sql`, whose last parameter is the limit, as a slice of records; it ends early when they are large. */
export function readSlice<Kind extends TransferKind, Row>(
  database: Database,
  sql: string,
  values: readonly SqlValue[],
  toRecord: (row: Row) => TransferRecords[Kind],
  keyOf: (row: Row) => CursorKey,
): TransferSlice<Kind> {
  const records: TransferRecords[Kind][] = [];
  let size = 0;
  for (const row of database.prepare(sql).iterate(...values, SLICE_ROWS) as Iterable<Row>) {
    records.push(toRecord(row));
    size += sizeOf(row as Readonly<Record<string, unknown>>);
    if (records.length === SLICE_ROWS || size >= SLICE_SIZE) return { records, next: keyOf(row) };
  }
  return { records, next: null };
}

function sizeOf(row: Readonly<Record<string, unknown>>): number {
  let size = 0;
  for (const name in row) {
    const value = row[name];
    if (typeof value === 'string') size += value.length;
  }
  return size;
}
