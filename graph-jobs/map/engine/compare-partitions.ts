/** Two partitions of the same nodes as what they have in common: `shared` nodes are in part `one` here and `other` there. */
export interface CommonParts {
  readonly nodes: number;
  readonly sizeOfOne: Uint32Array;
  readonly sizeOfOther: Uint32Array;
  readonly cells: readonly { readonly one: number; readonly other: number; readonly shared: number }[];
}

export interface Partition {
  readonly count: number;
  readonly community: Uint32Array;
}

/** O(nodes log nodes), sorting pairs of parts as numbers. */
export function commonParts(one: Partition, other: Partition): CommonParts {
  const pairs = Float64Array.from(one.community, (part, node) => part * other.count + other.community[node]!).sort();
  const cells: { one: number; other: number; shared: number }[] = [];
  for (let from = 0; from < pairs.length; ) {
    let to = from + 1;
    while (to < pairs.length && pairs[to] === pairs[from]) to += 1;
    const pair = pairs[from]!;
    cells.push({ one: Math.floor(pair / other.count), other: pair % other.count, shared: to - from });
    from = to;
  }
  return { nodes: pairs.length, sizeOfOne: sizesOf(one), sizeOfOther: sizesOf(other), cells };
}

/**
 * The adjusted Rand index (Hubert & Arabie 1985): 1 for the same partition, 0 for what two of these sizes have in common by
 * chance. Where chance leaves no room, as when both are one part, they are the same.
 */
export function adjustedRand({ nodes, sizeOfOne, sizeOfOther, cells }: CommonParts): number {
  const together = cells.reduce((sum, { shared }) => sum + pairsOf(shared), 0);
  const inOne = sizeOfOne.reduce((sum, size) => sum + pairsOf(size), 0);
  const inOther = sizeOfOther.reduce((sum, size) => sum + pairsOf(size), 0);
  const byChance = nodes < 2 ? 0 : (inOne * inOther) / pairsOf(nodes);
  const most = (inOne + inOther) / 2;
  return most === byChance ? 1 : (together - byChance) / (most - byChance);
}

/** The variation of information (Meilă 2007) as a share of the most that it can be, the logarithm of the nodes: 0 is the same. */
export function variationOfInformation({ nodes, sizeOfOne, sizeOfOther, cells }: CommonParts): number {
  if (nodes < 2) return 0;
  let variation = 0;
  for (const { one, other, shared } of cells)
    variation -= (shared / nodes) * (Math.log(shared / sizeOfOne[one]!) + Math.log(shared / sizeOfOther[other]!));
  return variation / Math.log(nodes);
}

/** For each part of the one partition the largest Jaccard index with a part of the other (Hennig 2007). */
export function bestJaccard({ sizeOfOne, sizeOfOther, cells }: CommonParts): Float64Array {
  const best = new Float64Array(sizeOfOne.length);
  for (const { one, other, shared } of cells)
    best[one] = Math.max(best[one]!, shared / (sizeOfOne[one]! + sizeOfOther[other]! - shared));
  return best;
}

function sizesOf({ count, community }: Partition): Uint32Array {
  const size = new Uint32Array(count);
  for (const part of community) size[part]! += 1;
  return size;
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}
