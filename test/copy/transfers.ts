import { canonicalJson } from '#domain/canonical-json.js';
import type { CursorKey } from '#domain/cursor.js';
import type { Store } from '#domain/ports/store.js';
import type { TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import { Database } from '#store/embedded/database.js';
import { fillStore } from './filled-store.js';

/** All records of a store, as sorted texts. */
export async function recordsOf(store: TransferStore): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const kind of TRANSFER_KINDS) {
    const records: unknown[] = [];
    let after: CursorKey | null = null;
    do {
      const slice: { records: readonly unknown[]; next: CursorKey | null } = await store.read(kind, after);
      records.push(...slice.records.map((record) => canonicalJson(record)));
      after = slice.next;
    } while (after !== null);
    all[kind] = records.sort();
  }
  return all;
}

/** Writes `slices` slices and then loses the connection. */
export function dyingAfter(slices: number, store: TransferStore): TransferStore {
  let left = slices;
  const dying: TransferStore = Object.create(store);
  dying.write = async (...given) => {
    if (left === 0) throw new Error('killed');
    left -= 1;
    await store.write(...given);
  };
  for (const name of ['count', 'read', 'checkpoint', 'keepCheckpoint'] as const)
    dying[name] = (store[name] as (...given: unknown[]) => never).bind(store) as never;
  return dying;
}

/** Fills an embedded store; people review its findings past the ports, which do not offer it yet. */
export async function fillEmbedded(store: Store, file: string): Promise<void> {
  await fillStore(store, (findingId) => {
    const database = new Database(file);
    database.run("UPDATE finding SET review_state = 'DISMISSED' WHERE name = ?", findingId);
    database.close();
  });
}
