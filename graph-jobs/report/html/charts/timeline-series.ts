import type { MentionKind } from '#domain/mention.js';
import type { Timeline } from '#domain/run-document.js';

/** More bars than this cannot be told apart on A4. */
const MOST_BARS = 250;

export interface TimelineSeries {
  /** Length of a bar in milliseconds. */
  readonly barMs: number;
  /** Start of each bar, without gaps. */
  readonly starts: readonly number[];
  readonly social: Readonly<Record<MentionKind, readonly number[]>>;
  readonly news: readonly number[];
  readonly peak: { readonly start: number; readonly count: number };
}

/** The timeline as bars without gaps, whole buckets joined where there are too many; null where there is none. */
export function timelineSeries({ bucketMs, buckets }: Timeline): TimelineSeries | null {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return null;
  const count = Math.round((last.start - first.start) / bucketMs) + 1;
  const barMs = bucketMs * Math.ceil(count / MOST_BARS);
  const length = Math.floor((last.start - first.start) / barMs) + 1;
  const zeros = () => new Array<number>(length).fill(0);
  const social = { ORIGINAL: zeros(), REPOST: zeros(), REPLY: zeros(), QUOTE: zeros() };
  const news = zeros();
  const total = zeros();
  for (const { start, counts } of buckets) {
    const bar = Math.floor((start - first.start) / barMs);
    for (const { stream, kind, count: mentions } of counts) {
      const row = stream === 'NEWS' ? news : social[kind];
      row[bar] = row[bar]! + mentions;
      total[bar] = total[bar]! + mentions;
    }
  }
  const starts = total.map((_, bar) => first.start + bar * barMs);
  const top = total.reduce((best, mentions, bar) => (mentions > total[best]! ? bar : best), 0);
  return { barMs, starts, social, news, peak: { start: starts[top]!, count: total[top]! } };
}
