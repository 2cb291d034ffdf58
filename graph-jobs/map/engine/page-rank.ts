import type { SpreadNetwork } from '#domain/spread-map.js';

const DAMPING = 0.85;
const MOST_ROUNDS = 200;
const TOLERANCE = 1e-12;

/**
 * PageRank (Page et al. 1999) of a walker who goes from an account to one that it amplified, in proportion to the weights,
 * and starts anywhere again with probability 0.15, or where nobody was amplified. Sums to 1. Stops when a round moves less
 * than 1e-12 of the walkers. `onRound` may throw to stop.
 */
export function pageRank(
  network: Pick<SpreadNetwork, 'nodes' | 'edges' | 'source' | 'target' | 'weight' | 'amplifies'>,
  onRound: () => void = () => undefined,
): Float64Array {
  const { nodes, edges, source, target, weight, amplifies } = network;
  let rank = new Float64Array(nodes).fill(1 / nodes);
  let next = new Float64Array(nodes);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    onRound();
    let stranded = 0;
    for (let node = 0; node < nodes; node += 1) if (amplifies[node] === 0) stranded += rank[node]!;
    next.fill((1 - DAMPING + DAMPING * stranded) / nodes);
    for (let edge = 0; edge < edges; edge += 1) {
      const from = target[edge]!;
      next[source[edge]!]! += (DAMPING * rank[from]! * weight[edge]!) / amplifies[from]!;
    }
    let moved = 0;
    for (let node = 0; node < nodes; node += 1) moved += Math.abs(next[node]! - rank[node]!);
    [rank, next] = [next, rank];
    if (moved < TOLERANCE) break;
  }
  return rank;
}
