import { type Parts, partsOf } from '#domain/network-measures.js';
import type { SpreadNetwork } from '#domain/spread-map.js';

/** Weakly connected components by union-find with path halving: nearly O(nodes + edges), one array. */
export function componentsOf({ nodes, source, target }: Pick<SpreadNetwork, 'nodes' | 'source' | 'target'>): Parts {
  const above = Uint32Array.from({ length: nodes }, (_, node) => node);
  const topOf = (node: number): number => {
    let at = node;
    while (above[at] !== at) {
      above[at] = above[above[at]!]!;
      at = above[at]!;
    }
    return at;
  };
  for (let edge = 0; edge < source.length; edge += 1) {
    const [one, other] = [topOf(source[edge]!), topOf(target[edge]!)];
    // The smaller number on top: a component is labelled by its first node, whatever the order of edges.
    if (one < other) above[other] = one;
    else above[one] = other;
  }
  return partsOf(above.map((_, node) => topOf(node)));
}
