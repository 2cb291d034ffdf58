import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';

/** More edges than anybody can review, and than community detection holds in a gibibyte. */
const MOST_EDGES = 500_000;

/**
 * One network of all layers: weights of a pair are summed. Edges sorted by (from, to). Throws BAD_PARAMETERS when the
 * layers keep more pairs than can be grouped.
 */
export function fuseLayers(layers: readonly CoActionEdges[], accountCount: number): CoActionEdges {
  const kept = layers.reduce((sum, { length }) => sum + length, 0);
  if (kept > MOST_EDGES) throw tooMany(kept);
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

function tooMany(kept: number): CodedError {
  return new CodedError('BAD_PARAMETERS', `${kept} pairs of accounts are kept; groups need ${MOST_EDGES} or fewer`, {
    at: 'minWeight',
    hint: 'raise the minimum weight or participation, or take a shorter window',
  });
}
