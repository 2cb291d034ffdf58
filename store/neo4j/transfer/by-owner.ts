import type { CursorKey } from '#domain/cursor.js';
import type { TransferSlice } from '#domain/ports/transfer-store.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';

/** What owns records: an issue, a run, a group. `key`: by which the records are found. */
export interface Owner {
  readonly id: string;
  readonly key: number;
}

export interface OwnedRecords<Kind extends TransferKind> {
  /** Owners in order of id, with the parameters `after` and `owners`, their number at most. */
  readonly owners: string;
  /** Records of one owner from after a key, in order; a full slice has `rows` of them. */
  readonly read: (
    cypher: Cypher,
    owner: Owner,
    after: CursorKey | null,
    rows: number,
  ) => Promise<{ record: TransferRecords[Kind]; key: CursorKey }[]>;
  readonly rows: number;
}

const OWNERS = 200;

/** A slice of the records of one owner after the other. Its cursor: the owner that is done, and the last key of the next. */
export async function readByOwner<Kind extends TransferKind>(
  cypher: Cypher,
  owned: OwnedRecords<Kind>,
  cursor: CursorKey | null,
): Promise<TransferSlice<Kind>> {
  const [passed, ...key] = (cursor ?? ['']) as [string, ...CursorKey];
  const owners = await cypher.run<Owner>(owned.owners, { after: passed, owners: OWNERS });
  const records: TransferRecords[Kind][] = [];
  let [done, after]: [string, CursorKey | null] = [passed, key.length === 0 ? null : key];
  for (const owner of owners) {
    const wanted = owned.rows - records.length;
    const rows = await owned.read(cypher, owner, after, wanted);
    for (const { record } of rows) records.push(record);
    if (rows.length === wanted) return { records, next: [done, ...rows.at(-1)!.key] };
    [done, after] = [owner.id, null];
  }
  return { records, next: owners.length < OWNERS ? null : [done] };
}

/** The sum of a count over all owners. */
export async function countByOwner(cypher: Cypher, owners: string, count: string): Promise<number> {
  let sum = 0;
  for (let after = ''; ; ) {
    const slice = await cypher.run<Owner>(owners, { after, owners: OWNERS });
    for (const { key } of slice) {
      const [row] = await cypher.run<{ count: number }>(count, { key });
      sum += row!.count;
    }
    if (slice.length < OWNERS) return sum;
    after = slice.at(-1)!.id;
  }
}

export function byRun<Owned extends { readonly runId: string }>(records: readonly Owned[]): Map<string, Owned[]> {
  const groups = new Map<string, Owned[]>();
  for (const record of records) {
    const group = groups.get(record.runId);
    if (group === undefined) groups.set(record.runId, [record]);
    else group.push(record);
  }
  return groups;
}
