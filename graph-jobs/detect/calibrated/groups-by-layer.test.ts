import { layerOverlaps } from '../layer-overlaps.js';
import { calibratedGroups } from './calibrated-groups.js';
import type { CalibratedNetwork } from './calibrated-network.js';
import { groupsByLayer } from './groups-by-layer.js';

/** Links tie 0, 1 and 2; one text ties 2 and 3, beyond the rate but not family-wise. */
const ROWS: readonly [layer: number, from: number, to: number, familyWise: 0 | 1][] = [
  [0, 0, 1, 1],
  [0, 0, 2, 1],
  [0, 1, 2, 1],
  [1, 2, 3, 0],
];
const { length } = ROWS;
const rates = new Float64Array(length).fill(0.001);
const network = {
  pairs: {
    length,
    layer: Uint32Array.from(ROWS, ([layer]) => layer),
    window: new Uint32Array(length),
    from: Uint32Array.from(ROWS, ([, from]) => from),
    to: Uint32Array.from(ROWS, ([, , to]) => to),
    occasions: new Uint32Array(length).fill(5),
    expected: new Float64Array(length),
    p: rates,
  },
  qWho: rates,
  qWhen: rates,
  familyWise: Uint8Array.from(ROWS, ([, , , passes]) => passes),
} as unknown as CalibratedNetwork;

test('a behaviour that keeps pairs ties somebody, though they are no group by themselves; one that keeps none is left out', () => {
  const { groups } = calibratedGroups(network, 1, 1);
  const alone = groupsByLayer(['CO_LINK', 'CO_TEXT', 'CO_REPLY'], network, 1, 1);
  expect(groups.map(({ members }) => members)).toEqual([[0, 1, 2, 3]]);
  expect(alone).toEqual([
    { behaviour: 'CO_LINK', groups: [[0, 1, 2]] },
    { behaviour: 'CO_TEXT', groups: [] },
  ]);
  expect(layerOverlaps(groups, alone)).toEqual([
    [{ behaviour: 'CO_LINK', number: 1, size: 3, shared: 3, relation: 'WITHIN' }],
  ]);
});
