import { formatsFor } from './formats.js';
import { periodRows } from './period-rows.js';

const HOUR = 3_600_000;
const formats = formatsFor('en', 'wib');
const at = (start: number) => ({ start, counts: [{ stream: 'SOCIAL' as const, kind: 'REPLY' as const, count: 1 }] });

describe('periodRows', () => {
  test('counts by local day', () => {
    const evening = Date.UTC(2026, 2, 1, 16);
    const rows = periodRows({ bucketMs: HOUR, buckets: [at(evening), at(evening + HOUR)] }, formats);
    expect(rows.map(({ name, total }) => [name, total])).toEqual([
      ['1 Mar 2026', 1],
      ['2 Mar 2026', 1],
    ]);
  });

  test('goes over to months and years where days would fill pages', () => {
    const days = (count: number) => Array.from({ length: count }, (_, i) => at(Date.UTC(2020, 0, 1) + i * 24 * HOUR));
    const names = (count: number) =>
      periodRows({ bucketMs: 24 * HOUR, buckets: days(count) }, formats).map(({ name }) => name);
    expect(names(40)).toEqual(['January 2020', 'February 2020']);
    expect(names(365 * 4)).toEqual(['2020', '2021', '2022', '2023']);
  });
});
