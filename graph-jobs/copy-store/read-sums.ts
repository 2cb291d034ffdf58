import type { CursorKey } from '#domain/cursor.js';
import type { RecordSum, TransferSlice, TransferStore } from '#domain/ports/transfer-store.js';
import type { TransferKind } from '#domain/transfer/transfer-records.js';
import { RecordDigest } from './record-digest.js';

/** Count and digest of all records of a kind, read from the store once more. */
export async function readSum(
  store: TransferStore,
  kind: TransferKind,
  onSlice: (count: number) => void,
): Promise<RecordSum> {
  const digest = new RecordDigest(kind);
  let after: CursorKey | null = null;
  for (;;) {
    const { records, next }: TransferSlice<TransferKind> = await store.read(kind, after);
    digest.add(records);
    onSlice(digest.sum.count);
    if (next === null) return digest.sum;
    after = next;
  }
}
