import fc from 'fast-check';
import { growthOf } from './growth.js';

const HOUR = 3_600_000;

test('one mention an hour for two days, then a rush: the latest hours stand out beside those before', () => {
  const calm = Array.from({ length: 48 }, (_, hour) => hour * HOUR);
  const rush = Array.from({ length: 30 }, (_, i) => 48 * HOUR + i * 60_000);
  const [hour, six, day] = growthOf({ publishedAt: Float64Array.of(...calm, ...rush) });
  expect(hour).toEqual({ hours: 1, first: 2, latest: 30, past: { windows: 47, median: 1, most: 1, percentile: 100 } });
  expect(six).toMatchObject({
    hours: 6,
    first: 7,
    latest: 35,
    past: { windows: 7, median: 6, most: 6, percentile: null },
  });
  expect(day).toMatchObject({ hours: 24, first: 25, latest: 53, past: { windows: 1, median: 24, most: 24 } });
});

test('an issue younger than a window has nothing to be compared with', () => {
  expect(growthOf({ publishedAt: new Float64Array(0) })).toEqual([]);
  const [hour] = growthOf({ publishedAt: Float64Array.of(5, 6) });
  expect(hour).toEqual({
    hours: 1,
    first: 2,
    latest: 2,
    past: { windows: 0, median: null, most: null, percentile: null },
  });
});

test('windows are whole, follow each other, and hold each mention once', () => {
  const times = fc.array(fc.nat(40 * HOUR), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, (drawn) => {
      const publishedAt = Float64Array.from(drawn).sort();
      const end = publishedAt.at(-1)!;
      for (const { hours, latest, past } of growthOf({ publishedAt })) {
        const span = hours * HOUR;
        expect(past.windows).toBe(Math.max(0, Math.floor((end - publishedAt[0]!) / span) - 1));
        const inWindow = (k: number) =>
          drawn.filter((time) => time > end - (k + 1) * span && time <= end - k * span).length;
        expect(latest).toBe(inWindow(0));
        const counts = Array.from({ length: past.windows }, (_, k) => inWindow(k + 1));
        expect(past.most).toBe(counts.length === 0 ? null : Math.max(...counts));
      }
    }),
  );
});
