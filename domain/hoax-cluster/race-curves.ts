import { CLUSTER_ROLES } from './cluster-parts.js';
import type { RaceColumns } from './race-columns.js';

/** Mentions by time: those that tell the claim, that deny it, and that nobody decided on. Answers and quotes are in none. */
export interface RaceCurves {
  /** Where the first bucket begins, in Unix milliseconds; null where there is no mention. */
  readonly from: number | null;
  readonly bucketMs: number;
  readonly tells: Uint32Array;
  readonly denies: Uint32Array;
  readonly candidates: Uint32Array;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Lengths of a bucket, shortest first; what is longer than the last lets is drawn in weeks put together. */
const LENGTHS = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY];
/** As many as can be told apart in a chart. */
export const MOST_BUCKETS = 240;

/** The finest curves that can be read, all on one axis. */
export function raceCurves({ time, role }: RaceColumns, offsetMs: number): RaceCurves {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  time.forEach((at, i) => {
    if (role[i] === 0) return;
    first = Math.min(first, at);
    last = Math.max(last, at);
  });
  const empty = () => new Uint32Array(0);
  if (first > last) return { from: null, bucketMs: LENGTHS[0]!, tells: empty(), denies: empty(), candidates: empty() };
  const { from, bucketMs, buckets } = axisOf(first, last, offsetMs);
  const curves = CLUSTER_ROLES.map(() => new Uint32Array(buckets));
  time.forEach((at, i) => {
    if (role[i] !== 0) curves[role[i]! - 1]![Math.floor((at - from) / bucketMs)]! += 1;
  });
  return { from, bucketMs, tells: curves[0]!, denies: curves[1]!, candidates: curves[2]! };
}

function axisOf(first: number, last: number, offsetMs: number): { from: number; bucketMs: number; buckets: number } {
  let bucketMs = LENGTHS.at(-1)!;
  while ((last - first) / bucketMs > MOST_BUCKETS - 1) bucketMs *= 2;
  bucketMs = LENGTHS.find((length) => (last - first) / length <= MOST_BUCKETS - 1) ?? bucketMs;
  const from = Math.floor((first + offsetMs) / bucketMs) * bucketMs - offsetMs;
  return { from, bucketMs, buckets: Math.floor((last - from) / bucketMs) + 1 };
}
