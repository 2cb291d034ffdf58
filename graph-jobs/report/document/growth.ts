import type { MentionColumns } from '#domain/mention-columns.js';
import { GROWTH_HOURS, type GrowthWindow } from '#domain/run-document.js';

const HOUR_MS = 3_600_000;
/** Fewer earlier windows say nothing of a percentile. */
const LEAST_WINDOWS = 20;

/**
 * The growth of an issue by windows of an hour, six hours and a day: the first of them, and the latest beside all earlier
 * ones of the same length. Windows are counted back from the last mention, and only whole ones count.
 */
export function growthOf({ publishedAt }: Pick<MentionColumns, 'publishedAt'>): GrowthWindow[] {
  if (publishedAt.length === 0) return [];
  const [begin, end] = [publishedAt[0]!, publishedAt.at(-1)!];
  return GROWTH_HOURS.map((hours) => {
    const span = hours * HOUR_MS;
    const past: number[] = [];
    for (let to = end - span; to - span >= begin; to -= span) past.push(mentionsIn(publishedAt, to - span, to));
    const latest = mentionsIn(publishedAt, end - span, end);
    return { hours, first: mentionsUpTo(publishedAt, begin + span), latest, past: pastOf(past, latest) };
  });
}

function pastOf(counts: readonly number[], latest: number): GrowthWindow['past'] {
  if (counts.length === 0) return { windows: 0, median: null, most: null, percentile: null };
  const sorted = Float64Array.from(counts).sort();
  const lower = sorted.filter((count) => count < latest).length;
  const equal = sorted.filter((count) => count === latest).length;
  const percentile = (100 * (lower + equal / 2)) / sorted.length;
  return {
    windows: sorted.length,
    median: sorted[Math.ceil(sorted.length / 2) - 1]!,
    most: sorted.at(-1)!,
    percentile: sorted.length < LEAST_WINDOWS ? null : Number(percentile.toFixed(1)),
  };
}

/** Mentions after `from` and up to `to`. */
function mentionsIn(publishedAt: Float64Array, from: number, to: number): number {
  return mentionsUpTo(publishedAt, to) - mentionsUpTo(publishedAt, from);
}

/** Times are sorted. */
function mentionsUpTo(publishedAt: Float64Array, time: number): number {
  let [low, high] = [0, publishedAt.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (publishedAt[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
