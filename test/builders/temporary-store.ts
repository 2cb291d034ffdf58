import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';

/** All temporary stores share one key: the same account has the same pseudonym in each. */
const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 7));

/** A real store on disk for as long as `work` takes. */
export async function withTemporaryStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'jejaring-test-'));
  const store = openEmbeddedStore({ file: join(folder, 'store.db'), pseudonymize });
  try {
    return await work(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}
