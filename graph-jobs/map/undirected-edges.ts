import type { SpreadNetwork } from '#domain/spread-map.js';

/** Edges without direction: a < b, weight both ways together, sorted by (a, b). */
export interface UndirectedEdges {
  readonly nodes: number;
  readonly edges: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly weight: Float64Array;
  /** Edges at each node. */
  readonly degree: Uint32Array;
}

/** Forgets who amplified whom: communities and the picture ask only how much two accounts have to do with each other. */
export function undirectedEdges(
  network: Pick<SpreadNetwork, 'nodes' | 'edges' | 'source' | 'target' | 'weight'>,
): UndirectedEdges {
  const { nodes, source, target, weight } = network;
  const keys = Float64Array.from(source, (from, i) => Math.min(from, target[i]!) * nodes + Math.max(from, target[i]!));
  const sorted = keys.slice().sort();
  let edges = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[edges] = sorted[i]!;
    edges += 1;
  }
  const distinct = sorted.subarray(0, edges);
  const total = new Float64Array(edges);
  for (let i = 0; i < keys.length; i += 1) total[positionOf(distinct, keys[i]!)]! += weight[i]!;
  const a = Uint32Array.from(distinct, (key) => Math.floor(key / nodes));
  const b = Uint32Array.from(distinct, (key) => key % nodes);
  const degree = new Uint32Array(nodes);
  for (let edge = 0; edge < edges; edge += 1) {
    degree[a[edge]!]! += 1;
    degree[b[edge]!]! += 1;
  }
  return { nodes, edges, a, b, weight: total, degree };
}

function positionOf(sorted: Float64Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
