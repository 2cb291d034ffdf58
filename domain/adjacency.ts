import type { SpreadNetwork } from './spread-map.js';

/** Edges of each node, one after the other: those of node n are positions start[n] .. start[n + 1] - 1. */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
}

/** Whom an issue could go on to from each node: v for every edge u -> v, edges being sorted by (source, target). */
export function spreadFrom({ nodes, source, target }: Pick<SpreadNetwork, 'nodes' | 'source' | 'target'>): Adjacency {
  const start = new Uint32Array(nodes + 1);
  for (const from of source) start[from + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  return { start, neighbour: target };
}
