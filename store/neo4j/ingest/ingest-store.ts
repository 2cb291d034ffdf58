import type { IngestStore } from '#domain/ports/ingest-store.js';

// STUB, replaced before anything lands.
export const Neo4jIngestStore = class {} as unknown as new (...parts: readonly unknown[]) => IngestStore;
