import { timelineSeries } from './timeline-series.js';

const HOUR = 3_600_000;
const social = (start: number, count: number) => ({
  start,
  counts: [{ stream: 'SOCIAL' as const, kind: 'ORIGINAL' as const, count }],
});

describe('timelineSeries', () => {
  test('fills the gaps and finds the peak', () => {
    const series = timelineSeries({ bucketMs: HOUR, buckets: [social(0, 2), social(3 * HOUR, 5)] })!;
    expect(series.starts).toEqual([0, HOUR, 2 * HOUR, 3 * HOUR]);
    expect(series.social.ORIGINAL).toEqual([2, 0, 0, 5]);
    expect(series.peak).toEqual({ start: 3 * HOUR, count: 5 });
  });

  test('joins whole buckets where there are too many bars, and loses no mention', () => {
    const buckets = Array.from({ length: 1000 }, (_, i) => social(i * HOUR, 1));
    const series = timelineSeries({ bucketMs: HOUR, buckets })!;
    expect(series.barMs).toBe(4 * HOUR);
    expect(series.starts).toHaveLength(250);
    expect(series.social.ORIGINAL.reduce((sum, count) => sum + count, 0)).toBe(1000);
  });

  test('keeps news apart', () => {
    const counts = [{ stream: 'NEWS' as const, kind: 'ORIGINAL' as const, count: 3 }];
    const series = timelineSeries({ bucketMs: HOUR, buckets: [{ start: 0, counts }] })!;
    expect(series.news).toEqual([3]);
    expect(series.social.ORIGINAL).toEqual([0]);
  });

  test('is nothing where there is nothing', () => {
    expect(timelineSeries({ bucketMs: HOUR, buckets: [] })).toBeNull();
  });
});
