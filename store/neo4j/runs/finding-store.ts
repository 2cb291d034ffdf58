import type { FindingStore } from '#domain/ports/finding-store.js';

// STUB, replaced before anything lands.
export const Neo4jFindingStore = class {} as unknown as new (...parts: readonly unknown[]) => FindingStore;
