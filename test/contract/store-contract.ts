import { ingestContract } from './ingest-store.js';
import type { OpenStore } from './suite.js';

/** What every adapter of domain/ports has to pass; one file a port. Knows nothing but the ports. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`${name} store`, () => {
    ingestContract(open);
  });
}
