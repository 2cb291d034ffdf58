import { withTemporaryStore } from '../test/builders/temporary-store.js';
import { loadSeedIfEmpty } from './load-seed.js';
import { seedRegions } from './seed-data.js';

const FIRST = { first: 1, after: null };

test('a first start that was killed between regions and agencies is made up for', () =>
  withTemporaryStore(async (store) => {
    await store.regions.upsert(seedRegions());
    await loadSeedIfEmpty(store);
    expect((await store.agencies.page({}, FIRST)).items).toHaveLength(1);
  }));

test('a store with regions and agencies of its own is left as it is', () =>
  withTemporaryStore(async (store) => {
    await store.regions.upsert([{ code: '31', name: 'Jakarta', kind: 'PROVINCE', parentCode: null }]);
    const own = { id: 'own', name: 'Own', shortName: null, kind: 'UNIT', regionCode: '31', parentId: null } as const;
    await store.agencies.upsert([own]);
    await loadSeedIfEmpty(store);
    expect((await store.regions.page({}, { first: 5, after: null })).items).toHaveLength(1);
  }));
