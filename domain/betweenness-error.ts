import { type Adjacency, spreadFrom } from './adjacency.js';
import type { Betweenness } from './network-measures.js';
import type { SpreadNetwork } from './spread-map.js';

type Network = Pick<SpreadNetwork, 'nodes' | 'source' | 'target' | 'amplified' | 'amplifies'>;

/** The chance that all accounts of a network are within their errors at once. */
export const BETWEENNESS_CONFIDENCE = 0.95;

/**
 * By how much the betweenness of an account may be off: 0 where it is exact, null where it is no estimate.
 *
 * A source adds between 0 and `reach` to an account: the accounts that can be reached from it. Hoeffding's inequality, for
 * sources (Brandes & Pich 2007) that are drawn without putting them back (Serfling 1974), bounds the mean of what they add;
 * the chance of being wrong is divided among all accounts that any path can lead through, since a list shows the highest
 * values of all (union bound, as in Riondato & Kornaropoulos 2016).
 */
export function betweennessErrors(
  network: Network,
  { sampling, sources }: Pick<Betweenness, 'sampling' | 'sources'>,
): (node: number) => number | null {
  if (sampling === 'ALL') return () => 0;
  if (sampling === 'BY_DEGREE') return () => null;
  let [beginning, between] = [0, 0];
  network.amplified.forEach((times, node) => {
    if (times > 0) beginning += 1;
    if (times > 0 && network.amplifies[node]! > 0) between += 1;
  });
  const unseen = 1 - (sources - 1) / beginning;
  const share = Math.sqrt((Math.log((2 * between) / (1 - BETWEENNESS_CONFIDENCE)) * unseen) / (2 * sources));
  const adjacency = spreadFrom(network);
  return (node) => (network.amplifies[node] === 0 ? 0 : beginning * reach(adjacency, node) * share);
}

/** How many others the spread can lead to from an account. */
function reach({ start, neighbour }: Adjacency, from: number): number {
  const seen = new Uint8Array(start.length - 1);
  const reached = [from];
  seen[from] = 1;
  for (let i = 0; i < reached.length; i += 1) {
    const node = reached[i]!;
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const next = neighbour[edge]!;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      reached.push(next);
    }
  }
  return reached.length - 1;
}
