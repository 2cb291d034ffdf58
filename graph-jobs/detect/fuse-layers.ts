import type { CoActionEdges } from '#domain/detection.js';

/** One network of all layers: weights of a pair are summed. Edges sorted by (from, to). */
export function fuseLayers(layers: readonly CoActionEdges[], accountCount: number): CoActionEdges {
  const weights = new Map<number, number>();
  for (const { length, from, to, weight } of layers) {
    for (let i = 0; i < length; i++) {
      const pair = from[i]! * accountCount + to[i]!;
      weights.set(pair, (weights.get(pair) ?? 0) + weight[i]!);
    }
  }
  const pairs = Float64Array.from(weights.keys()).sort();
  return {
    length: pairs.length,
    from: Uint32Array.from(pairs, (pair) => Math.floor(pair / accountCount)),
    to: Uint32Array.from(pairs, (pair) => pair % accountCount),
    weight: Uint32Array.from(pairs, (pair) => weights.get(pair)!),
  };
}
