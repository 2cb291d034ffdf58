import type { Store } from '#domain/ports/store.js';
import { seedAgencies, seedRegions } from './seed-data.js';

/** Adds the seed's regions and agencies, or brings those of the same code or id up to date; others stay. */
export async function loadSeed(
  store: Pick<Store, 'agencies' | 'regions'>,
): Promise<{ regions: number; agencies: number }> {
  const regions = seedRegions();
  const agencies = seedAgencies();
  await store.regions.upsert(regions);
  await store.agencies.upsert(agencies);
  return { regions: regions.length, agencies: agencies.length };
}

/** Loads the seed when the store knows no region at all, so that a new installation can be used at once. */
export async function loadSeedIfEmpty(store: Pick<Store, 'agencies' | 'regions'>): Promise<void> {
  const { items } = await store.regions.page({}, { first: 1, after: null });
  if (items.length === 0) await loadSeed(store);
}
