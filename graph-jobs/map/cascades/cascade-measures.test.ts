import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { mentionColumns } from '../../../test/builders/mention-columns.js';
import { type CascadeForest, cascadeForest } from './cascade-forest.js';
import { cascadeHops } from './cascade-hops.js';
import { type CascadeMeasures, cascadeMeasures } from './cascade-measures.js';
import { parentFaults } from './parent-faults.js';

const HOURS = [1, 6, 24];

const anyMentions = fc.array(
  fc.record({
    parent: fc.option(fc.nat(24)),
    account: fc.nat(4),
    at: fc.nat(30).map((half) => half * 1800),
    platform: fc.constantFrom('x', 'web'),
    region: fc.constantFrom(undefined, '31', '32'),
  }),
  { minLength: 1, maxLength: 25 },
);

test('every measure of every cascade is what its definition gives, mention by mention', () => {
  fc.assert(
    fc.property(anyMentions, (drafts) => {
      const columns = mentionColumns(
        drafts.map(({ parent, account, ...draft }, i) => ({
          ...{ ...draft, platform: 'x', id: `${i}`, account: `a${account}` },
          ...(parent !== null && { parent: `${parent}` }),
        })),
      );
      const forest = cascadeForest(columns);
      const measures = cascadeMeasures(columns, forest);
      const hops = cascadeHops(columns.region, columns.regions.length, forest, measures.members);
      for (let c = 0; c < measures.members.length; c += 1) {
        const rows = Array.from(forest.root.keys()).filter((row) => forest.root[row] === measures.members.root[c]);
        expect(shapeOf(measures, c)).toEqual(expectedShape(forest, rows));
        expect(growthOf(measures, c)).toEqual(expectedGrowth(columns, rows, measures.members.root[c]!));
        expect(carriersOf(measures, c)).toEqual(expectedCarriers(columns, forest, rows));
        const regionOf = (row: number) => columns.region[row]!;
        const known = rows.filter((row) => regionOf(row) !== NO_ROW);
        expect(hops.places[c]).toBe(new Set(known.map(regionOf)).size);
        const moved = known.filter((row) => {
          const from = forest.parent[row] === NO_ROW ? NO_ROW : regionOf(forest.parent[row]!);
          return from !== NO_ROW && from !== regionOf(row);
        });
        expect(hops.hops[c]).toBe(moved.length);
        const told = known.filter((row) => forest.parent[row] !== NO_ROW && regionOf(forest.parent[row]!) !== NO_ROW);
        expect(hops.steps[c]).toBe(told.length);
      }
    }),
    { numRuns: 300 },
  );
});

const shapeOf = ({ shapes }: CascadeMeasures, c: number) => ({
  breadths: Array.from(shapes.breadth.subarray(shapes.firstBreadth[c], shapes.firstBreadth[c + 1])),
  meanDepth: shapes.meanDepth[c],
  spreaders: shapes.spreaders[c],
  mostOffspring: shapes.mostOffspring[c],
});

function expectedShape({ depth, parent }: CascadeForest, rows: readonly number[]) {
  const levels = rows.map((row) => depth[row]!);
  const children = rows.map((row) => rows.filter((other) => parent[other] === row).length);
  return {
    breadths: Array.from({ length: Math.max(...levels) + 1 }, (_, d) => levels.filter((level) => level === d).length),
    meanDepth: rows.length === 1 ? 0 : levels.reduce((sum, level) => sum + level, 0) / (rows.length - 1),
    spreaders: children.filter((count) => count > 0).length,
    mostOffspring: Math.max(...children),
  };
}

const growthOf = ({ growth }: CascadeMeasures, c: number) => ({
  half: growth.secondsToHalf[c],
  nineTenths: growth.secondsToNineTenths[c],
  lasted: growth.lastedSeconds[c],
  within: [growth.inOneHour[c], growth.inSixHours[c], growth.inOneDay[c]],
  busiest: growth.busiestHour[c],
});

function expectedGrowth({ publishedAt }: MentionColumns, rows: readonly number[], root: number) {
  const seconds = rows.map((row) => (publishedAt[row]! - publishedAt[root]!) / 1000);
  const until = (percent: number) => Math.max(0, seconds[Math.ceil((rows.length * percent) / 100) - 1]!);
  return {
    ...{ half: until(50), nineTenths: until(90), lasted: until(100) },
    within: HOURS.map((hours) => seconds.filter((at) => at <= hours * 3600).length),
    busiest: Math.max(...seconds.map((from) => seconds.filter((at) => at >= from && at < from + 3600).length)),
  };
}

const carriersOf = ({ carriers }: CascadeMeasures, c: number) => ({
  active: [carriers.mostActive[c], carriers.mostActiveMentions[c]],
  amplified: [carriers.mostAmplified[c], carriers.mostAmplifiedTimes[c]],
  firstMover: carriers.firstMover[c],
});

function expectedCarriers({ account }: MentionColumns, { parent, root }: CascadeForest, rows: readonly number[]) {
  const accounts = [...new Set(rows.map((row) => account[row]!))];
  const mentions = (who: number) => rows.filter((row) => account[row] === who).length;
  const amplified = (who: number) =>
    rows.filter((row) => parent[row] !== NO_ROW && account[parent[row]!] === who && account[row] !== who).length;
  const first = (count: (who: number) => number) => {
    const most = Math.max(...accounts.map(count));
    return [most === 0 ? NO_ROW : accounts.find((who) => count(who) === most), most];
  };
  const rootAccount = account[root[rows[0]!]!];
  return {
    ...{ active: first(mentions), amplified: first(amplified) },
    firstMover: accounts.find((who) => who !== rootAccount && amplified(who) > 0) ?? NO_ROW,
  };
}

/** E W(n) = n (n + 1) H(n) - 2 n^2: a node joins at distance 1 + the mean distance of the others; docs/methods/spread.md. */
test('random recursive trees have the mean virality of theory', () => {
  const [n, trees] = [40, 3000];
  const random = xoroshiro128plus(7);
  const columns = mentionColumns(
    Array.from({ length: n * trees }, (_, i) => ({
      ...{ id: `${i}`, account: `a${i % n}`, at: i },
      ...(i % n > 0 && { parent: `${i - (i % n) + uniformInt(random, 0, (i % n) - 1)}` }),
    })),
  );
  const { structuralVirality } = cascadeMeasures(columns, cascadeForest(columns)).shapes;
  expect(structuralVirality.length).toBe(trees);
  const mean = structuralVirality.reduce((sum, one) => sum + one, 0) / trees;
  const variance = structuralVirality.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (trees - 1);
  let harmonic = 0;
  for (let k = 1; k <= n; k += 1) harmonic += 1 / k;
  const theory = (2 * ((n + 1) * harmonic - 2 * n)) / (n - 1);
  expect(Math.abs(mean - theory)).toBeLessThan(4 * Math.sqrt(variance / trees));
  expect(Math.sqrt(variance / trees)).toBeLessThan(0.02);
});

test('what is odd about parents is counted', () => {
  const columns = mentionColumns([
    { id: 'self', account: 'a', at: 0, parent: 'self' },
    { id: 'one', account: 'a', at: 1, parent: 'two' },
    { id: 'two', account: 'a', at: 2, parent: 'one' },
    { id: 'gone', account: 'a', at: 3, parent: 'never-there' },
    { id: 'twin', account: 'a', at: 2, parent: 'two' },
    { id: 'early', account: 'a', at: 1, parent: 'gone' },
  ]);
  expect(parentFaults(columns, cascadeForest(columns))).toEqual({
    ...{ orphans: 1, selfParents: 1, cycles: 1, equalTimes: 1 },
    // In the cycle one of two steps goes back in time too.
    reversedTimes: 2,
  });
});

test('a chain of a million mentions: virality (n + 1) / 3, without a stack as deep', () => {
  const n = 1_000_000;
  const mentions = {
    ...{ length: n, account: new Uint32Array(n), accounts: { length: 1 } },
    parent: Uint32Array.from({ length: n }, (_, row) => (row === 0 ? NO_ROW : row - 1)),
    publishedAt: Float64Array.from({ length: n }, (_, row) => row * 1000),
  };
  const { shapes, growth } = cascadeMeasures(mentions, cascadeForest(mentions));
  expect([shapes.length, shapes.size[0], shapes.depth[0]]).toEqual([1, n, n - 1]);
  expect(shapes.structuralVirality[0]! / ((n + 1) / 3)).toBeCloseTo(1, 10);
  expect([growth.secondsToHalf[0], growth.busiestHour[0]]).toEqual([n / 2 - 1, 3600]);
});
