import type { Agency } from '#domain/agency.js';
import type { Store } from '#domain/ports/store.js';
import type { Region } from '#domain/region.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';

/** What this subgraph reads of a store. */
export type AgenciesPorts = Pick<Store, 'agencies' | 'regions'>;

export interface AgenciesContext {
  readonly store: AgenciesPorts;
  readonly agencies: EntityLoader<Agency>;
  readonly regions: EntityLoader<Region>;
}

export function createAgenciesContext(store: AgenciesPorts): AgenciesContext {
  return {
    store,
    agencies: entityLoader((ids) => store.agencies.get(ids)),
    regions: entityLoader((codes) => store.regions.get(codes)),
  };
}
