import type { SpreadNetwork } from './spread-map.js';

/**
 * Modularity of a partition of the network without directions, the expected part weighed by the resolution: the share of
 * weight inside communities less what their accounts would have among them by chance.
 */
export function modularityOf(
  { edges, source, target, weight, amplified, amplifies, amplifications }: SpreadNetwork,
  { count, community }: { readonly count: number; readonly community: Uint32Array },
  resolution: number,
): number {
  const inside = new Float64Array(count);
  const total = new Float64Array(count);
  for (let edge = 0; edge < edges; edge += 1) {
    const from = community[source[edge]!]!;
    if (from === community[target[edge]!]) inside[from]! += weight[edge]!;
  }
  community.forEach((number, node) => {
    total[number]! += amplified[node]! + amplifies[node]!;
  });
  let modularity = 0;
  for (let number = 0; number < count; number += 1)
    modularity += inside[number]! / amplifications - resolution * (total[number]! / (2 * amplifications)) ** 2;
  return modularity;
}
