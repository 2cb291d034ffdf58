import { CodedError } from '#domain/errors/coded-error.js';
import { MENTION_KINDS, type MentionKind, STREAMS, type Stream } from '#domain/mention.js';
import type { TimelineBucket } from '#domain/run-document.js';

const MOST_BUCKETS = 10_000;
/** One more than the rows of the most buckets: with that many there are too many. */
export const MOST_TIMELINE_ROWS = MOST_BUCKETS * STREAMS.length * MENTION_KINDS.length + 1;

export interface TimelineRow {
  readonly start: number;
  readonly stream: Stream;
  readonly kind: MentionKind;
  readonly count: number;
}

/** Throws BAD_PARAMETERS for buckets that are none. */
export function checkBuckets(bucketMs: number, offsetMs: number): void {
  if (!Number.isSafeInteger(bucketMs) || bucketMs <= 0 || !Number.isSafeInteger(offsetMs))
    throw new CodedError('BAD_PARAMETERS', `buckets of ${bucketMs} ms from ${offsetMs} ms cannot be made`, {
      at: 'bucketMs',
    });
}

/** Buckets of rows in order of time, stream and kind. Throws BAD_PARAMETERS when they are too many. */
export function timelineBuckets(rows: Iterable<TimelineRow>, bucketMs: number): TimelineBucket[] {
  const buckets = new Map<number, TimelineBucket['counts'][number][]>();
  for (const { start, stream, kind, count } of rows) {
    const counts = buckets.get(start) ?? [];
    counts.push({ stream, kind, count });
    buckets.set(start, counts);
  }
  if (buckets.size > MOST_BUCKETS)
    throw new CodedError('BAD_PARAMETERS', `buckets of ${bucketMs} ms make more than ${MOST_BUCKETS} of them`, {
      at: 'bucketMs',
      hint: 'take larger buckets or a shorter time',
    });
  return [...buckets].map(([start, counts]) => ({ start, counts }));
}
