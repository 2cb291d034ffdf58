/** Fewer others say nothing of a percentile. */
export const LEAST_MATCHED = 20;

export interface CascadeBaselines {
  /** Other cascades in the same bin; 0 for a lone root and where the root's followers are unknown. */
  readonly matched: Uint32Array;
  /** Percentiles of one measure among them, NaN where fewer than 20 others match. */
  percentiles(values: ArrayLike<number>): Float64Array;
}

/**
 * Like with like: the percentile of a cascade's measures among cascades of its size and of a root as widely followed. A bin
 * is a factor of 2 in size (2-3, 4-7, 8-15, …) and a factor of √10 in followers + 1. On CED the followers of the root tell
 * more than any shape, so a shape alone compares accounts rather than spread. `followers` are NaN where unknown.
 */
export function cascadeBaselines(size: Uint32Array, followers: Float64Array): CascadeBaselines {
  const bins = new Map<number, number[]>();
  for (let c = 0; c < size.length; c++) {
    if (size[c]! < 2 || Number.isNaN(followers[c])) continue;
    const bin = binOf(size[c]!, followers[c]!);
    const members = bins.get(bin);
    if (members === undefined) bins.set(bin, [c]);
    else members.push(c);
  }
  const matched = new Uint32Array(size.length);
  for (const bin of bins.values()) for (const c of bin) matched[c] = bin.length - 1;
  return {
    matched,
    percentiles(values) {
      const percentile = new Float64Array(size.length).fill(Number.NaN);
      for (const bin of bins.values()) if (bin.length > LEAST_MATCHED) rankWithin(bin, values, percentile);
      return percentile;
    },
  };
}

/** 128 steps of followers hold more than there are people. */
function binOf(size: number, followers: number): number {
  return 128 * (31 - Math.clz32(size)) + Math.floor(2 * Math.log10(followers + 1));
}

/** Of the others, those with a lower value and half of those with an equal one. */
function rankWithin(bin: readonly number[], values: ArrayLike<number>, percentile: Float64Array): void {
  const sorted = bin.toSorted((one, other) => values[one]! - values[other]!);
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && values[sorted[end]!] === values[sorted[start]!]) end += 1;
    const below = start + (end - start - 1) / 2;
    for (let i = start; i < end; i++) percentile[sorted[i]!] = (100 * below) / (sorted.length - 1);
    start = end;
  }
}
