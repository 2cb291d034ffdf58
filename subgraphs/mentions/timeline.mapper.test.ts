import { DateTime } from 'luxon';
import { toBuckets } from './timeline.mapper.js';
import type { TimeBucketValue, ZoneValue } from './timeline.type.js';

const ZONES: [ZoneValue, string][] = [
  ['WIB', 'Asia/Jakarta'],
  ['WITA', 'Asia/Makassar'],
  ['WIT', 'Asia/Jayapura'],
];
const BUCKETS: [TimeBucketValue, 'hour' | 'day' | 'week'][] = [
  ['HOUR', 'hour'],
  ['DAY', 'day'],
  ['WEEK', 'week'],
];

test.each(ZONES.flatMap(([zone, name]) => BUCKETS.map(([bucket, unit]) => ({ zone, name, bucket, unit }))))(
  'a bucket of a $bucket in $zone starts where the calendar does',
  ({ zone, name, bucket, unit }) => {
    const { length, offset } = toBuckets(bucket, zone);
    const moment = Date.UTC(2026, 1, 18, 20, 31, 7);
    const start = Math.floor((moment - offset) / length) * length + offset;
    expect(start).toBe(DateTime.fromMillis(moment, { zone: name }).startOf(unit).toMillis());
  },
);
