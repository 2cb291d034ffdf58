import type { TimelineBucket } from '#domain/run-document.js';
import type { TimeBucketValue, TimelineBucket as TimelineBucketType, ZoneValue } from './timeline.type.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS_EAST: Readonly<Record<ZoneValue, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const LENGTH: Readonly<Record<TimeBucketValue, number>> = { HOUR, DAY, WEEK: 7 * DAY };

/**
 * Length of a bucket and the offset of its starts, in milliseconds: starts are multiples of the length after the offset.
 * The zones have known no summer time, so that an offset is enough. The epoch was a Thursday: weeks start 4 days after.
 */
export function toBuckets(bucket: TimeBucketValue, zone: ZoneValue): { length: number; offset: number } {
  const length = LENGTH[bucket];
  const monday = bucket === 'WEEK' ? 4 * DAY : 0;
  const offset = monday - HOURS_EAST[zone] * HOUR;
  return { length, offset: ((offset % length) + length) % length };
}

export function toTimelineBucket({ start, counts }: TimelineBucket): TimelineBucketType {
  return { start: new Date(start), total: counts.reduce((sum, { count }) => sum + count, 0), counts };
}
