import fc from 'fast-check';
import { isSimilar, leastShared, prefixLength } from './jaccard.js';

const size = fc.integer({ min: 1, max: 200 });
const least = fc.constantFrom(0.51, 0.6, 2 / 3, 0.7, 0.75, 0.8, 0.9, 0.95, 1);

test('the fewest shingles in common are enough, and one fewer is not', () => {
  fc.assert(
    fc.property(size, size, least, (a, b, similarity) => {
      const shared = leastShared(a, b, similarity);
      expect(isSimilar(shared, a, b, similarity)).toBe(true);
      expect(isSimilar(shared - 1, a, b, similarity)).toBe(false);
    }),
  );
});

test('sets that are similar meet among their first elements', () => {
  const numbers = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 30 });
  const few = fc.uniqueArray(fc.nat(40), { maxLength: 6 });
  fc.assert(
    fc.property(numbers, few, few, least, (one, gone, added, similarity) => {
      const other = Array.from(new Set([...one.filter((n) => !gone.includes(n)), ...added]));
      const shared = one.filter((n) => other.includes(n)).length;
      fc.pre(isSimilar(shared, one.length, other.length, similarity));
      const first = (set: number[]) => set.toSorted((a, b) => a - b).slice(0, prefixLength(set.length, similarity));
      expect(first(one).some((n) => first(other).includes(n))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
