import type { Store } from '#domain/ports/store.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';

export interface StoreOptions {
  readonly data?: string;
  readonly json?: true;
}

/** Opens the store of the options for as long as `work` takes. */
export async function withStore<Result>(
  options: StoreOptions,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore({ ...readEnvironment(process.env, options), existing: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
