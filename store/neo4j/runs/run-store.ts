import type { RunStore } from '#domain/ports/run-store.js';

// STUB, replaced before anything lands.
export const Neo4jRunStore = class {} as unknown as new (...parts: readonly unknown[]) => RunStore;
