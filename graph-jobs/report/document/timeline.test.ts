import fc from 'fast-check';
import { mentionColumns } from '../../../test/builders/mention-columns.js';
import { busiestHourOf, timelineOf } from './timeline.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
const at = (seconds: readonly number[]) =>
  timelineOf(mentionColumns(seconds.map((time, i) => ({ id: `${i}`, account: 'a', at: time }))));

test('counts by stream and kind, empty buckets left out', () => {
  const timeline = timelineOf(
    mentionColumns([
      { id: '1', account: 'a', at: 0 },
      { id: '2', account: 'b', at: 30, parent: '1' },
      { id: '3', account: 'c', at: 59, stream: 'NEWS' },
      { id: '4', account: 'c', at: 150, stream: 'NEWS' },
    ]),
  );
  expect(timeline).toEqual({
    bucketMs: 60_000,
    buckets: [
      {
        start: 0,
        counts: [
          { stream: 'SOCIAL', kind: 'ORIGINAL', count: 1 },
          { stream: 'SOCIAL', kind: 'REPOST', count: 1 },
          { stream: 'NEWS', kind: 'ORIGINAL', count: 1 },
        ],
      },
      { start: 120_000, counts: [{ stream: 'NEWS', kind: 'ORIGINAL', count: 1 }] },
    ],
  });
});

test.each([
  [4 * HOUR, HOUR / 30],
  [8 * DAY, HOUR],
  [60 * DAY, 12 * HOUR],
  [150 * DAY, DAY],
  [8 * 365 * DAY, 30 * DAY],
  [500 * 365 * DAY, 3 * 365 * DAY],
])('a span of %d s has buckets of %d s', (span, bucket) => {
  expect(at([0, span]).bucketMs).toBe(bucket * 1000);
});

test('days begin at midnight in Jakarta', () => {
  const [first] = at([100 * DAY, 250 * DAY]).buckets;
  expect(new Date(first!.start).toISOString()).toBe('1970-04-10T17:00:00.000Z');
});

test('at most 201 buckets hold every mention, whatever the span', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4e9 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(times, (seconds) => {
      const { bucketMs, buckets } = at(seconds);
      const last = Math.max(...seconds) * 1000;
      expect(buckets.length).toBeLessThanOrEqual(201);
      expect(buckets.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)).toBe(seconds.length);
      expect(last - buckets.at(-1)!.start).toBeLessThan(bucketMs);
      expect(buckets.at(-1)!.start).toBeLessThanOrEqual(last);
    }),
  );
});

test('no mention, no bucket', () => {
  expect(at([]).buckets).toEqual([]);
});

test('the busiest hour is the first full hour with most mentions', () => {
  const hourOf = (seconds: readonly number[]) =>
    busiestHourOf(mentionColumns(seconds.map((time, i) => ({ id: `${i}`, account: 'a', at: time }))));
  expect(hourOf([5, HOUR - 1, HOUR, HOUR + 1, 2 * HOUR])).toEqual({ start: 0, mentions: 2 });
  expect(hourOf([5, HOUR, 2 * HOUR - 1])).toEqual({ start: HOUR * 1000, mentions: 2 });
  expect(hourOf([])).toBeNull();
});
