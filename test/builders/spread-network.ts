import fc from 'fast-check';
import type { SpreadNetwork } from '#domain/spread-map.js';

/** [amplified, amplifier, times], by node. */
export type SpreadEdge = readonly [source: number, target: number, weight: number];

/** A network of `nodes` nodes; edges in any order, each pair once. */
export function spreadNetworkOf(nodes: number, edges: readonly SpreadEdge[]): SpreadNetwork {
  const sorted = edges.toSorted(([a, b], [c, d]) => a - c || b - d);
  const amplified = new Uint32Array(nodes);
  const amplifies = new Uint32Array(nodes);
  for (const [source, target, weight] of sorted) {
    amplified[source]! += weight;
    amplifies[target]! += weight;
  }
  return {
    ...{ nodes, edges: sorted.length, account: Uint32Array.from({ length: nodes }, (_, node) => node) },
    source: Uint32Array.from(sorted, ([source]) => source),
    target: Uint32Array.from(sorted, ([, target]) => target),
    weight: Uint32Array.from(sorted, ([, , weight]) => weight),
    ...{ amplified, amplifies },
    amplifications: amplified.reduce((sum, times) => sum + times, 0),
    selfAmplifications: 0,
  };
}

/** Networks of up to `most` nodes and at least `least` edges; every node has one, as in a spread network. */
export function arbitraryNetwork(most: number, least = 1): fc.Arbitrary<SpreadNetwork> {
  const edge = fc.tuple(fc.tuple(fc.nat(most - 1), fc.nat(most - 1)), fc.integer({ min: 1, max: 4 }));
  const edges = fc.uniqueArray(
    edge.filter(([[a, b]]) => a !== b),
    { minLength: least, maxLength: 3 * most, selector: ([[a, b]]) => `${a}>${b}` },
  );
  return edges.map((drawn) => {
    const used = [...new Set(drawn.flatMap(([ends]) => ends))].sort((one, other) => one - other);
    const node = new Map(used.map((name, number) => [name, number]));
    return spreadNetworkOf(
      used.length,
      drawn.map(([[a, b], weight]) => [node.get(a)!, node.get(b)!, weight]),
    );
  });
}
