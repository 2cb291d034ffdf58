import { cascadeMetrics, spreadingCascades } from './cascade-rows.js';
import { PackedStrings } from './packed-strings.js';

const of = (...values: number[]) => Uint32Array.from(values);
const cascades = {
  ...{ length: 4, root: of(0, 2, 3, 5), size: of(2, 1, 4, 2), uniqueAccounts: of(2, 1, 3, 1), depth: of(1, 0, 2, 1) },
  ...{ maxBreadth: of(1, 1, 2, 1), structuralVirality: Float64Array.of(1, 0, 1.5, 1), lone: 1, cyclesBroken: 0 },
  ...{ directShare: Float64Array.of(1, 0, 0.5, 1), secondsToHalf: Float64Array.of(0, 0, 9, 0) },
};

test('cascades of two or more come largest first, the earlier root first among equals', () => {
  expect(spreadingCascades(cascades)).toEqual([2, 0, 3]);
});

test('a cascade carries the ids and the time of its root', () => {
  const account = (id: string) => ({ id, followers: null, newsOutlet: false, agencyId: null, layer: null });
  const mentions = {
    ids: PackedStrings.from(['x:a', 'x:b', 'x:c', 'x:d', 'x:e', 'x:f']),
    account: of(0, 1, 1, 1, 0, 0),
    accounts: [account('ana'), account('budi')],
    publishedAt: Float64Array.of(1, 2, 3, 4, 5, 6),
  };
  expect(cascadeMetrics(mentions, cascades, 2)).toEqual({
    ...{ rootId: 'x:d', rootAccountId: 'budi', startedAt: 4, size: 4, uniqueAccounts: 3, depth: 2, maxBreadth: 2 },
    ...{ structuralVirality: 1.5, directShare: 0.5, secondsToHalf: 9 },
  });
});
