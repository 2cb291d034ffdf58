import fc from 'fast-check';
import { mentionColumns } from '../../../test/builders/mention-columns.js';
import { cascadeForest } from '../cascades/cascade-forest.js';
import { cascadeMembers } from '../cascades/cascade-members.js';
import { treeShapes } from '../cascades/tree-shapes.js';
import { likelyParents, MOST_ALTERNATIVES } from './likely-parents.js';
import { drawParent, parentOdds, probability } from './parent-odds.js';
import { shapeRanges } from './shape-ranges.js';
import { rowsRootFirst, starCascades } from './star-cascades.js';

const HALF_LIFE = 1000;
const anyStar = fc.array(
  fc.record({ at: fc.nat(4).map((step) => step * 700), followers: fc.constantFrom(0, 9, 99, Number.NaN) }),
  { minLength: 2, maxLength: 12 },
);

/** By the definition, mention by mention. */
function expectedOdds(star: readonly { at: number; followers: number }[], child: number): number[] {
  const weights = star.map(({ at, followers }, parent) => {
    const can = parent < child && (parent === 0 || at < star[child]!.at);
    return can ? (Number.isNaN(followers) ? 1 : followers + 1) * 2 ** ((at - star[child]!.at) / HALF_LIFE) : 0;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function oddsOf(star: readonly { at: number; followers: number }[]) {
  const mentions = {
    publishedAt: Float64Array.from(star, ({ at }) => at * 1000),
    followers: Float64Array.from(star, ({ followers }) => followers),
  };
  return parentOdds(mentions, Uint32Array.from(star.keys()), HALF_LIFE);
}

test('probabilities are those of the definition, drawn parents follow them, and the alternatives are the likeliest', () => {
  fc.assert(
    fc.property(anyStar, (drafts) => {
      const star = drafts
        .toSorted((one, other) => one.at - other.at)
        .map((one, i) => (i === 0 ? { ...one, at: 0 } : one));
      const odds = oddsOf(star);
      const alternatives = [...likelyParents(odds)];
      for (let child = 1; child < star.length; child++) {
        const expected = expectedOdds(star, child);
        let sum = 0;
        for (let parent = 0; parent < odds.candidates[child]!; parent++) {
          expect(probability(odds, child, parent)).toBeCloseTo(expected[parent]!, 10);
          expect(drawParent(odds, child, sum + expected[parent]! / 2)).toBe(parent);
          sum += expected[parent]!;
        }
        expect(sum).toBeCloseTo(1, 10);
        const own = alternatives.filter((one) => one.child === child);
        const likeliest = expected.filter((p) => p > 0).toSorted((a, b) => b - a);
        expect(own.length).toBe(Math.min(MOST_ALTERNATIVES, likeliest.length));
        for (const [i, one] of own.entries()) expect(one.probability).toBeCloseTo(likeliest[i]!, 10);
      }
    }),
    { numRuns: 300 },
  );
});

test('a year apart: no weight overflows', () => {
  const odds = oddsOf([0, 31_536_000, 63_072_000].map((at) => ({ at, followers: 1_000_000 })));
  expect([probability(odds, 1, 0), probability(odds, 2, 1)]).toEqual([1, 1]);
});

const star = (id: string, size: number) =>
  Array.from({ length: size }, (_, i) => ({
    ...{ id: `${id}${i}`, account: `${id}${i}`, at: i * 60 },
    ...(i > 0 && { parent: `${id}0` }),
  }));

test('stars alone are inferred, with a range around what was drawn; trees that are known keep their shape', () => {
  const known = [...star('k', 5), { id: 'k5', account: 'k5', at: 400, parent: 'k4' }];
  const columns = mentionColumns([...star('s', 40), ...known, ...star('p', 2)]);
  const forest = cascadeForest(columns);
  const members = cascadeMembers(forest);
  const shapes = treeShapes(forest, members);
  const inferred = starCascades(shapes);
  const idOf = (c: number) => columns.ids.at(members.root[c]!);
  expect(Array.from(inferred, idOf)).toEqual(['x:s0']);
  const rangesOf = (seed: number) => {
    const options = { trees: 100, halfLifeSeconds: HALF_LIFE, seed };
    const work = shapeRanges({ ...columns, followers: null }, members, shapes, inferred, options);
    for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
  };
  const { depth, structuralVirality } = rangesOf(1);
  expect(rangesOf(1)).toEqual(rangesOf(1));
  expect(rangesOf(2)).not.toEqual(rangesOf(1));
  const [c, k] = [inferred[0]!, Array.from(members.root.keys()).find((one) => idOf(one) === 'x:k0')!];
  expect(depth.low[c]).toBeGreaterThan(1);
  expect(depth.low[c]).toBeLessThan(depth.high[c]!);
  expect(structuralVirality.low[c]).toBeGreaterThan(shapes.structuralVirality[c]!);
  expect([depth.low[k], depth.median[k], depth.high[k]]).toEqual([2, 2, 2]);
  expect(rowsRootFirst(members, c)[0]).toBe(members.root[c]);
});
