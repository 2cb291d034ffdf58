import { canonicalJson } from '#domain/canonical-json.js';
import type { CursorKey } from '#domain/cursor.js';
import type { Store } from '#domain/ports/store.js';
import type { ShippedReference, TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import { copyStore } from '#graph-jobs/copy-store/copy-store.js';
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
  for (const name of ['count', 'read', 'checkpoint', 'beginCopy', 'endCopy'] as const)
    dying[name] = (store[name] as (...given: unknown[]) => never).bind(store) as never;
  return dying;
}

interface Ends {
  readonly source: TransferStore;
  readonly target: TransferStore;
}

/**
 * One process copies; when it has written some slices, another one copies on from the same checkpoint, and the first goes
 * on behind it. Gives the kinds in which the second found its target to differ; throws unless the first heard of it.
 */
export async function copyBeside(first: Ends, second: Ends): Promise<string[]> {
  let differing: string[] = [];
  const passed = dyingAfter(1_000, first.target);
  let slices = 0;
  passed.write = async (...given) => {
    slices += 1;
    if (slices === 3)
      differing = (await copyStore({ ...second, resume: true })).flatMap(({ kind, equal }) => (equal ? [] : [kind]));
    await first.target.write(...given);
  };
  await expect(copyStore({ ...first, target: passed, resume: false })).rejects.toMatchObject({
    code: 'COPY_IN_PROGRESS',
  });
  return differing;
}

/** One process has seen that no copy is unfinished; before it begins its own, another one copies from start to end. */
export async function secondFirst(first: Ends, second: Ends, shipped?: ShippedReference): Promise<void> {
  const late = dyingAfter(1_000, first.target);
  late.beginCopy = async (...given) => {
    await copyStore({ ...second, resume: false, ...(shipped && { shipped }) });
    await first.target.beginCopy(...given);
  };
  await copyStore({ ...first, target: late, resume: false, ...(shipped && { shipped }) });
}

/** Fills an embedded store; people review its findings past the ports, which do not offer it yet. */
export async function fillEmbedded(store: Store, file: string): Promise<void> {
  await fillStore(store, (findingId) => {
    const database = new Database(file);
    database.run(
      "UPDATE finding SET review_state = 'DISMISSED', review_until = 9e15, reviews = '[1]' WHERE name = ?",
      findingId,
    );
    database.close();
  });
}
