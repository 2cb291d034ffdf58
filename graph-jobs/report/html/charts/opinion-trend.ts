import {
  type SentimentBucket,
  type StreamSentiment,
  TREND_BUCKETS,
  type TrendBucket,
} from '#domain/issue-sentiment.js';

/** More points than this cannot be told apart with their bands, nor read as a table. */
const MOST_POINTS = 60;
const HOUR = 3_600_000;
const LENGTH: Readonly<Record<TrendBucket, number>> = { HOUR, DAY: 24 * HOUR, WEEK: 168 * HOUR };

export interface OpinionTrend {
  readonly bucket: TrendBucket;
  readonly bucketMs: number;
  /** Without gaps; null for a bucket without a judged text. */
  readonly points: readonly { readonly start: number; readonly figures: SentimentBucket | null }[];
}

/** The finest trend that can be read, by weeks where the issue is longer than that; null where no text was judged. */
export function opinionTrend({ trend }: StreamSentiment): OpinionTrend | null {
  const trends = TREND_BUCKETS.flatMap((bucket) => trendBy(bucket, trend[bucket]) ?? []);
  return trends.find(({ points }) => points.length <= MOST_POINTS) ?? trends.at(-1) ?? null;
}

function trendBy(bucket: TrendBucket, buckets: readonly SentimentBucket[] | null): OpinionTrend | null {
  const judged = (buckets ?? []).filter((one) => one.shares !== null);
  if (judged.length === 0) return null;
  const bucketMs = LENGTH[bucket];
  const [first, last] = [judged[0]!.start, judged.at(-1)!.start];
  const byStart = new Map(judged.map((one) => [one.start, one]));
  const length = Math.round((last - first) / bucketMs) + 1;
  const points = Array.from({ length }, (_, i) => {
    const start = first + i * bucketMs;
    return { start, figures: byStart.get(start) ?? null };
  });
  return { bucket, bucketMs, points };
}
