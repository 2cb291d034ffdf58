/** Chances of parents within one star; positions are those of rowsRootFirst(). */
export interface ParentOdds {
  readonly length: number;
  /** How many of the first mentions can be the parent of each: those earlier by the clock, and always the root. */
  readonly candidates: Uint32Array;
  /** Logarithm of each mention's weight as a parent, and of the sum of those up to and with it. */
  readonly logWeight: Float64Array;
  readonly logSum: Float64Array;
}

/** What the inference needs of mentions. */
export interface FollowedMentions {
  readonly publishedAt: Float64Array;
  /** NaN where unknown; null where the data does not say. */
  readonly followers: Float64Array | null;
}

/**
 * P(j is the parent of i) ~ (followers of j + 1) exp(-r (time of i - time of j)), over the mentions j before i: more
 * followers saw it, and what was posted lately is still in sight (Rizoiu et al. 2018, there with r = 0.00068 a second).
 * The time of i is a factor of all its candidates and falls out, so one sum over all mentions serves each of them.
 */
export function parentOdds(
  { publishedAt, followers }: FollowedMentions,
  rows: Uint32Array,
  halfLifeSeconds: number,
): ParentOdds {
  const rate = Math.LN2 / halfLifeSeconds / 1000;
  const candidates = new Uint32Array(rows.length);
  const logWeight = new Float64Array(rows.length);
  const logSum = new Float64Array(rows.length);
  const time = Float64Array.from(rows, (row) => Math.max(0, publishedAt[row]! - publishedAt[rows[0]!]!));
  let sum = Number.NEGATIVE_INFINITY;
  for (let i = 0, earlier = 0; i < rows.length; i++) {
    while (time[earlier]! < time[i]!) earlier += 1;
    candidates[i] = i === 0 ? 0 : Math.max(1, earlier);
    const known = followers === null ? 0 : followers[rows[i]!]!;
    logWeight[i] = Math.log((Number.isNaN(known) ? 0 : known) + 1) + rate * time[i]!;
    sum = addedLogs(sum, logWeight[i]!);
    logSum[i] = sum;
  }
  return { length: rows.length, candidates, logWeight, logSum };
}

/** log(exp(a) + exp(b)): the weights themselves leave all bounds within days. */
function addedLogs(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

export function probability({ candidates, logWeight, logSum }: ParentOdds, child: number, parent: number): number {
  return Math.exp(logWeight[parent]! - logSum[candidates[child]! - 1]!);
}

/** The parent that `share`, uniform in [0, 1), draws: the first with which the sum exceeds that share of the whole. */
export function drawParent({ candidates, logSum }: ParentOdds, child: number, share: number): number {
  let [low, high] = [0, candidates[child]! - 1];
  const wanted = logSum[high]! + Math.log(share);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (logSum[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
