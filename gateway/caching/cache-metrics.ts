import { Counter, Gauge, type Registry } from 'prom-client';

/** Counts what was found and what was not, of one request to a subgraph. */
export type CountLookups = (subgraph: string, lookups: { readonly hits: number; readonly misses: number }) => void;

/** Shows how much of what is asked of subgraphs was kept, and how large that is. */
export function cacheMetrics(registry: Registry, bytes: () => ReadonlyMap<string, number>): CountLookups {
  const labelNames = ['subgraph'] as const;
  const registers = [registry];
  const hits = new Counter({
    name: 'jejaring_cache_hits_total',
    help: 'Root queries and entities that were answered without their subgraph',
    labelNames,
    registers,
  });
  const misses = new Counter({
    name: 'jejaring_cache_misses_total',
    help: 'Root queries and entities that were not kept, and asked of their subgraph',
    labelNames,
    registers,
  });
  new Gauge({
    name: 'jejaring_cache_bytes',
    help: 'Memory for answers of subgraphs, bounded by CACHE_MEBIBYTES',
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const [subgraph, kept] of bytes()) this.set({ subgraph }, kept);
    },
  });
  return (subgraph, lookups) => {
    hits.inc({ subgraph }, lookups.hits);
    misses.inc({ subgraph }, lookups.misses);
  };
}
