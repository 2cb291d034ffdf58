import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { Database } from '#store/embedded/database.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';
import { storeContract } from './store-contract.js';
import type { OpenedStore } from './suite.js';

const pseudonymize = keyedPseudonyms(randomBytes(32));

async function open(): Promise<OpenedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'jejaring-contract-'));
  const file = join(folder, 'store.db');
  const handles: Store[] = [];
  const again = async () => {
    const store = openEmbeddedStore({ file, pseudonymize });
    handles.push(store);
    return store;
  };
  return {
    store: await again(),
    again,
    review: async (findingId, state, until) => {
      const database = new Database(file);
      database.run(
        'UPDATE finding SET review_state = ?, review_until = ? WHERE name = ?',
        state,
        until ?? null,
        findingId,
      );
      database.close();
    },
    close: async () => {
      for (const store of handles) await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

storeContract('embedded', open);
