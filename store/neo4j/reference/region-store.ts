import type { RegionStore } from '#domain/ports/agency-store.js';

// STUB, replaced before anything lands.
export const Neo4jRegionStore = class {} as unknown as new (...parts: readonly unknown[]) => RegionStore;
