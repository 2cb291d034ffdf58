import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { RunDocument, Timeline, TimelineBucket } from '#domain/run-document.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 91, 365].map((days) => days * DAY),
];
const MOST_BUCKETS = 200;
/** Days begin at midnight in Jakarta (WIB, UTC+7), where most readers are. */
const WIB = 7 * HOUR;

/**
 * Mentions over time, by stream and kind. The bucket is the smallest of the steps above with which first and last mention
 * are at most 200 buckets apart (beyond 200 years, whole multiples of one); empty buckets are left out.
 */
export function timelineOf(columns: Pick<MentionColumns, 'length' | 'publishedAt' | 'kind' | 'stream'>): Timeline {
  const { length, publishedAt, kind, stream } = columns;
  if (length === 0) return { bucketMs: HOUR, buckets: [] };
  const bucketMs = bucketFor(publishedAt[length - 1]! - publishedAt[0]!);
  const buckets: TimelineBucket[] = [];
  let counts = new Uint32Array(STREAMS.length * MENTION_KINDS.length);
  let open: number | null = null;
  const close = () => {
    if (open !== null) buckets.push({ start: open, counts: namedCounts(counts) });
    counts = new Uint32Array(counts.length);
  };
  for (let row = 0; row < length; row += 1) {
    const start = Math.floor((publishedAt[row]! + WIB) / bucketMs) * bucketMs - WIB;
    if (start !== open) close();
    open = start;
    counts[stream[row]! * MENTION_KINDS.length + kind[row]!]! += 1;
  }
  close();
  return { bucketMs, buckets };
}

/** Full hours are the same in all of Indonesia's zones. */
export function busiestHourOf({
  length,
  publishedAt,
}: Pick<MentionColumns, 'length' | 'publishedAt'>): RunDocument['busiestHour'] {
  if (length === 0) return null;
  let busiest = { start: 0, mentions: 0 };
  let open = busiest;
  for (const time of publishedAt) {
    const start = Math.floor(time / HOUR) * HOUR;
    open = { start, mentions: start === open.start ? open.mentions + 1 : 1 };
    if (open.mentions > busiest.mentions) busiest = open;
  }
  return busiest;
}

function bucketFor(span: number): number {
  const year = 365 * DAY;
  return STEPS.find((step) => span / step < MOST_BUCKETS) ?? Math.ceil(span / year / MOST_BUCKETS) * year;
}

function namedCounts(counts: Uint32Array): TimelineBucket['counts'] {
  return Array.from(counts, (count, code) => ({
    stream: STREAMS[Math.floor(code / MENTION_KINDS.length)]!,
    kind: MENTION_KINDS[code % MENTION_KINDS.length]!,
    count,
  })).filter(({ count }) => count > 0);
}
