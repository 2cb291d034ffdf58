import type { Communities, CommunityStability } from '#domain/network-measures.js';
import {
  adjustedRand,
  bestJaccard,
  commonParts,
  type Partition,
  variationOfInformation,
} from './compare-partitions.js';

const MOST_PARTITIONS = 10;
/** Accounts and edges that all partitions of a network have together at most: more are minutes for a figure beside others. */
const MOST_WORK = 10_000_000;

/** How many partitions a network of this size is given, the run's own included; 0 where there is nothing to part. */
export function partitionsFor({ nodes, edges }: { readonly nodes: number; readonly edges: number }): number {
  if (edges === 0) return 0;
  return Math.max(2, Math.min(MOST_PARTITIONS, Math.floor(MOST_WORK / (nodes + edges))));
}

/**
 * How far the communities hang on the seed, which only decides in what order accounts are visited: the run's partition and
 * those of other seeds, compared in all pairs. Where seeds disagree, many partitions are about as good (Good, de Montjoye &
 * Clauset 2010), and a single one must not be read as the truth. `partitionOf` gives that of a seed.
 */
export function communityStability(
  own: Communities,
  seeds: readonly number[],
  partitionOf: (seed: number) => Partition,
): CommunityStability | null {
  if (own.count === 0) return null;
  const partitions: readonly Partition[] = [own, ...seeds.map(partitionOf)];
  const foundAgain = new Float64Array(own.count);
  let [pairs, rand, lowest, variation] = [0, 0, 1, 0];
  partitions.forEach((one, i) => {
    for (const other of partitions.slice(i + 1)) {
      const common = commonParts(one, other);
      const index = adjustedRand(common);
      pairs += 1;
      rand += index;
      lowest = Math.min(lowest, index);
      variation += variationOfInformation(common);
      if (i > 0) continue;
      const best = bestJaccard(common);
      for (let part = 0; part < best.length; part += 1) foundAgain[part]! += best[part]! / seeds.length;
    }
  });
  return {
    partitions: partitions.length,
    adjustedRand: pairs === 0 ? 1 : rand / pairs,
    lowestAdjustedRand: lowest,
    variationOfInformation: pairs === 0 ? 0 : variation / pairs,
    foundAgain,
  };
}
