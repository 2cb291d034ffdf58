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

/**
 * Loads the seed when the store knows no region or no agency at all, so that a new installation can be used at once, and
 * so can one whose first start was killed between the two. Gives whether it did.
 */
export async function loadSeedIfEmpty(store: Pick<Store, 'agencies' | 'regions'>): Promise<boolean> {
  const first = { first: 1, after: null };
  const [regions, agencies] = await Promise.all([store.regions.page({}, first), store.agencies.page({}, first)]);
  const isEmpty = regions.items.length === 0 || agencies.items.length === 0;
  if (isEmpty) await loadSeed(store);
  return isEmpty;
}
