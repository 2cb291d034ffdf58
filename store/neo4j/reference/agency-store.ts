import type { AgencyStore } from '#domain/ports/agency-store.js';

// STUB, replaced before anything lands.
export const Neo4jAgencyStore = class {} as unknown as new (...parts: readonly unknown[]) => AgencyStore;
