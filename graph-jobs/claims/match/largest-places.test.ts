import fc from 'fast-check';
import { largestPlaces } from './largest-places.js';

test('the largest, of equal ones the first, as a sort would have it', () => {
  const numbers = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1, 2, 3), { maxLength: 60 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 12 }), (all, most) => {
      const places = all.flatMap((value, place) => (value > 0 ? [place] : []));
      const sorted = places.sort((a, b) => all[b]! - all[a]! || a - b).slice(0, most);
      const sums = Float64Array.from(all);
      expect([...largestPlaces(sums, most)]).toEqual(sorted.sort((a, b) => a - b));
      expect(sums.every((sum) => sum === 0)).toBe(true);
    }),
  );
});
