import fc from 'fast-check';
import type { Communities } from '#domain/network-measures.js';
import { communityStability, partitionsFor } from './community-stability.js';
import { adjustedRand, bestJaccard, commonParts, variationOfInformation } from './compare-partitions.js';

const partition = (...community: number[]) => ({
  count: Math.max(...community) + 1,
  community: Uint32Array.from(community),
});
const own = (...community: number[]): Communities => ({ ...partition(...community), modularity: 0, stability: null });

test('a worked example, and two partitions without anything in common', () => {
  // Cells 2, 1, 0 / 1, 2, 1 / 0, 0, 3 over ten nodes.
  const common = commonParts(partition(0, 0, 0, 1, 1, 1, 1, 2, 2, 2), partition(0, 0, 1, 0, 1, 1, 2, 2, 2, 2));
  // Together 1 + 1 + 3 = 5 pairs; inside 3 + 6 + 3 and 3 + 3 + 6 of 45.
  expect(adjustedRand(common)).toBeCloseTo((5 - (12 * 12) / 45) / (12 - (12 * 12) / 45), 12);
  expect(adjustedRand(commonParts(partition(0, 0, 1, 1), partition(0, 1, 0, 1)))).toBeCloseTo(-0.5, 12);
  expect(variationOfInformation(commonParts(partition(0, 0, 1, 1), partition(0, 1, 0, 1)))).toBeCloseTo(1, 12);
});

test('the same partition under other numbers is the same, and each part is found again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 30 }), (labels) => {
      const renamed = labels.map((label) => 4 - label);
      const common = commonParts({ ...partition(...labels), count: 5 }, { ...partition(...renamed), count: 5 });
      expect(adjustedRand(common)).toBeCloseTo(1, 12);
      expect(variationOfInformation(common)).toBeCloseTo(0, 12);
      expect([...bestJaccard(common)].filter((_, part) => labels.includes(part)).every((best) => best === 1)).toBe(
        true,
      );
    }),
  );
});

test('the index is what counting all pairs of nodes gives', () => {
  const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(labels, (drawn) => {
      const [one, other] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
      let [both, first, second, all] = [0, 0, 0, 0];
      for (let i = 0; i < drawn.length; i += 1)
        for (let j = 0; j < i; j += 1) {
          const [a, b] = [one[i] === one[j], other[i] === other[j]];
          [both, first, second, all] = [both + Number(a && b), first + Number(a), second + Number(b), all + 1];
        }
      const expected = (first * second) / all;
      const most = (first + second) / 2;
      const index = most === expected ? 1 : (both - expected) / (most - expected);
      const common = commonParts({ ...partition(...one), count: 4 }, { ...partition(...other), count: 4 });
      expect(adjustedRand(common)).toBeCloseTo(index, 10);
    }),
  );
});

test('a part that other seeds break up is found again less than one that they leave whole', () => {
  const others = [partition(0, 0, 0, 0, 1, 1, 2, 2), partition(0, 0, 0, 0, 1, 1, 1, 1)];
  const stability = communityStability(own(0, 0, 0, 0, 1, 1, 1, 1), [0, 1], (seed) => others[seed]!)!;
  expect(stability.partitions).toBe(3);
  expect([...stability.foundAgain]).toEqual([1, 0.75]);
  expect(stability.lowestAdjustedRand).toBeLessThan(1);
  expect(stability.adjustedRand).toBeGreaterThan(stability.lowestAdjustedRand);
  expect(communityStability({ ...own(0), count: 0 }, [], () => partition(0))).toBeNull();
});

test('large networks are given fewer partitions, and never less than two', () => {
  expect(partitionsFor({ nodes: 100, edges: 200 })).toBe(10);
  expect(partitionsFor({ nodes: 1_000_000, edges: 1_200_000 })).toBe(4);
  expect(partitionsFor({ nodes: 10_000_000, edges: 50_000_000 })).toBe(2);
  expect(partitionsFor({ nodes: 0, edges: 0 })).toBe(0);
});
