import fc from 'fast-check';
import { firstPlaces } from './first-places.js';

const byValue = (values: readonly number[]) => (a: number, b: number) => values[a]! - values[b]! || a - b;

test('the first places are those that a full sort puts first, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.nat(70), (values, most) => {
      const sorted = Array.from(values.keys()).sort(byValue(values));
      expect(firstPlaces(values.length, most, byValue(values))).toEqual(sorted.slice(0, most));
    }),
    { numRuns: 500 },
  );
});

test('of a long list few comparisons are made for each place', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 99_991);
  let compared = 0;
  const order = byValue(values);
  firstPlaces(values.length, 8, (a, b) => {
    compared += 1;
    return order(a, b);
  });
  expect(compared).toBeLessThan(1.05 * values.length);
});
