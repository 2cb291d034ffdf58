import type { CursorKey } from '#domain/cursor.js';
import type { TransferSlice } from '#domain/ports/transfer-store.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';
import type { Parameters } from '../parameters.js';

/** How one kind of record is read from the graph and written to it; inside a transaction. */
export interface KindTransfer<Kind extends TransferKind> {
  count(cypher: Cypher): Promise<number>;
  read(cypher: Cypher, after: CursorKey | null): Promise<TransferSlice<Kind>>;
  write(cypher: Cypher, records: readonly TransferRecords[Kind][]): Promise<void>;
}

export async function countBy(cypher: Cypher, statement: string, parameters: Parameters = {}): Promise<number> {
  const [row] = await cypher.run<{ count: number }>(statement, parameters);
  return row!.count;
}

/** The rows of a statement with the parameter `rows`, as a slice of records. */
export async function readSlice<Kind extends TransferKind, Row>(
  cypher: Cypher,
  statement: string,
  parameters: Parameters & { readonly rows: number },
  toRecord: (row: Row) => TransferRecords[Kind],
  keyOf: (row: Row) => CursorKey,
): Promise<TransferSlice<Kind>> {
  const rows = await cypher.run<{ record: Row }>(statement, parameters);
  const next = rows.length < parameters.rows ? null : keyOf(rows.at(-1)!.record);
  return { records: rows.map(({ record }) => toRecord(record)), next };
}
