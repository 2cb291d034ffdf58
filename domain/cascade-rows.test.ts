import { cascadeColumnsOf, noComparison } from '../test/builders/cascade-columns.js';
import { cascadeMetrics, spreadingCascades } from './cascade-rows.js';
import { PackedStrings } from './packed-strings.js';

const of = (...values: number[]) => Uint32Array.from(values);
const cascades = cascadeColumnsOf({
  ...{ length: 4, root: of(0, 2, 3, 5), size: of(2, 1, 4, 2), uniqueAccounts: of(2, 1, 3, 1), depth: of(1, 0, 2, 1) },
  ...{ maxBreadth: of(1, 1, 2, 1), structuralVirality: Float64Array.of(1, 0, 1.5, 1), lone: 1, cyclesBroken: 0 },
  ...{ directShare: Float64Array.of(1, 0, 0.5, 1), secondsToHalf: Float64Array.of(0, 0, 9, 0) },
  ...{
    mostActive: of(0, 1, 1, 0),
    mostActiveMentions: of(1, 1, 2, 2),
    firstMover: of(0, 0, 0, 0),
    busiestHour: of(2, 1, 3, 2),
  },
  ...{ platforms: of(1, 1, 2, 1), platformHops: of(0, 0, 2, 0), platformSteps: of(1, 0, 3, 1) },
});
const account = (id: string) => ({ id, followers: null, newsOutlet: false, agencyId: null, layer: null });
const mentions = {
  ids: PackedStrings.from(['x:a', 'x:b', 'x:c', 'x:d', 'x:e', 'x:f']),
  account: of(0, 1, 1, 1, 0, 0),
  accounts: [account('ana'), account('budi')],
  publishedAt: Float64Array.of(1, 2, 3, 4, 5, 6),
};

test('cascades of two or more come largest first, the earlier root first among equals', () => {
  expect(spreadingCascades(cascades)).toEqual([2, 0, 3]);
});

test('a cascade carries the ids and the time of its root, and of those who carried it', () => {
  const found = cascadeMetrics(mentions, cascades, noComparison(4), 2);
  expect(found).toMatchObject({
    ...{ rootId: 'x:d', rootAccountId: 'budi', startedAt: 4, size: 4, uniqueAccounts: 3, depth: 2, maxBreadth: 2 },
    ...{ structuralVirality: 1.5, directShare: 0.5, secondsToHalf: 9 },
  });
  expect(found.details).toMatchObject({
    ...{ mostActiveId: 'budi', mostActiveMentions: 2, mostAmplifiedId: null, firstMoverId: 'ana', busiestHour: 3 },
    platforms: { places: 2, hops: 2, steps: 3 },
    baseline: { rootFollowers: null, matched: 0, percentiles: null },
  });
});

test('percentiles are given to a tenth, and only where enough match', () => {
  const none = noComparison(4);
  const some = Object.fromEntries(
    Object.keys(none.percentiles).map((name) => [name, Float64Array.of(12.345, 0, 0, 0)]),
  );
  const comparison = { rootFollowers: Float64Array.of(7, 0, 0, 0), matched: of(20, 0, 0, 0), percentiles: some };
  const found = cascadeMetrics(mentions, cascades, comparison as unknown as typeof none, 0);
  expect(found.details!.baseline).toMatchObject({ rootFollowers: 7, matched: 20, percentiles: { depth: 12.3 } });
});
