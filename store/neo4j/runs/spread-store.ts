import type { SpreadStore } from '#domain/ports/spread-store.js';

// STUB, replaced before anything lands.
export const Neo4jSpreadStore = class {} as unknown as new (...parts: readonly unknown[]) => SpreadStore;
