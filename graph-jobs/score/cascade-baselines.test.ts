import fc from 'fast-check';
import { cascadeBaselines, LEAST_MATCHED } from './cascade-baselines.js';

const anyCascade = fc.record({
  size: fc.constantFrom(1, 2, 3, 4, 7),
  followers: fc.constantFrom(Number.NaN, 0, 1, 2, 3, 40),
  value: fc.nat(4),
});

test('a percentile is the share of matched others with a lower value, and half of those with an equal one', () => {
  fc.assert(
    fc.property(fc.array(anyCascade, { minLength: 60, maxLength: 200 }), (cascades) => {
      const baselines = cascadeBaselines(
        Uint32Array.from(cascades, ({ size }) => size),
        Float64Array.from(cascades, ({ followers }) => followers),
      );
      const percentiles = baselines.percentiles(cascades.map(({ value }) => value));
      cascades.forEach((one, c) => {
        const others = cascades.filter((other, o) => o !== c && one.size > 1 && bin(other) === bin(one));
        expect(baselines.matched[c]).toBe(others.length);
        const below = others.filter(({ value }) => value < one.value).length;
        const equal = others.filter(({ value }) => value === one.value).length;
        const known = others.length >= LEAST_MATCHED;
        expect(percentiles[c]).toBe(known ? (100 * (below + equal / 2)) / others.length : Number.NaN);
      });
    }),
    { numRuns: 100 },
  );
});

/** Written out: bounds of sizes, and of followers at powers of the square root of 10, less 1. */
function bin({ size, followers }: { size: number; followers: number }): string {
  const ofSize = size < 2 ? 'lone' : size < 4 ? '2-3' : '4-7';
  if (Number.isNaN(followers)) return `${ofSize} unknown ${Math.random()}`;
  return `${ofSize} ${followers < 2.162 ? '0-2' : followers < 9 ? '3-8' : '31-99'}`;
}
