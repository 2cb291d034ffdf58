import type { CommunityMethod, GraphEngineName } from './graph-engine.js';

/** What an engine measures of a spread network. Arrays are by node; docs/methods/spread.md has the definitions. */
export interface NetworkMeasures {
  readonly engine: GraphEngineName;
  readonly method: CommunityMethod;
  readonly communities: Communities;
  readonly components: Parts;
  /** Sums to 1. */
  readonly pageRank: Float64Array;
  readonly betweenness: Betweenness;
}

/** A partition of the nodes, numbered by size: 0 is the largest; of equal size, the one with the first node first. */
export interface Parts {
  readonly count: number;
  readonly part: Uint32Array;
}

/** Communities of the spread network, numbered like Parts. */
export interface Communities {
  readonly count: number;
  /** By node. */
  readonly community: Uint32Array;
  readonly modularity: number;
  /** Null where it was not measured: a network without edges, or another engine than this process. */
  readonly stability: CommunityStability | null;
}

/** The partition of the run beside those of other seeds; means are over all pairs of them. */
export interface CommunityStability {
  readonly partitions: number;
  readonly adjustedRand: number;
  readonly lowestAdjustedRand: number;
  /** As a share of the most that it can be. */
  readonly variationOfInformation: number;
  /** By community of the run: the Jaccard index with what comes nearest to it under another seed, mean over the seeds. */
  readonly foundAgain: Float64Array;
}

/** How the accounts were chosen from which shortest paths were followed: all of them, by chance alone, or by degree. */
export const PATH_SAMPLINGS = ['ALL', 'UNIFORM', 'BY_DEGREE'] as const;
export type PathSampling = (typeof PATH_SAMPLINGS)[number];

/**
 * Ordered pairs of accounts whose shortest path leads through the node. ALL: exact. UNIFORM: an estimate of that, from
 * `sources` accounts. BY_DEGREE: the sum over `sources` accounts alone; good for an order, no estimate.
 */
export interface Betweenness {
  readonly value: Float64Array;
  readonly sampling: PathSampling;
  readonly sources: number;
}

/** Numbers the parts that labels name, largest first. Labels may be any whole numbers below `labels.length`. */
export function partsOf(labels: Uint32Array): Parts {
  const size = new Uint32Array(labels.length);
  const firstNode = new Uint32Array(labels.length);
  for (let node = labels.length - 1; node >= 0; node -= 1) {
    size[labels[node]!]! += 1;
    firstNode[labels[node]!] = node;
  }
  const used: number[] = [];
  size.forEach((nodes, label) => {
    if (nodes > 0) used.push(label);
  });
  const order = Uint32Array.from(used).sort(
    (one, other) => size[other]! - size[one]! || firstNode[one]! - firstNode[other]!,
  );
  const number = new Uint32Array(labels.length);
  order.forEach((label, position) => {
    number[label] = position;
  });
  return { count: order.length, part: labels.map((label) => number[label]!) };
}
