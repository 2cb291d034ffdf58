import fc from 'fast-check';
import { sortedColumns } from '../../../test/calibration/plain-tests.js';
import { sweepPairs } from './pair-sweep.js';
import { ALL_REFINEMENTS, preparedLayers } from './prepared-layers.js';

const START = 1_600_000_000;
const WINDOW = 30;
const action = fc.record({ account: fc.nat(6), object: fc.nat(5), time: fc.nat(600).map((second) => START + second) });

/** Every pair with two occasions, with its occasions and their mean. */
function pairsTested(actions: readonly { account: number; object: number; time: number }[], mostPairsOnObject: number) {
  const layers = [sortedColumns(actions, 7, 6)];
  const { table } = preparedLayers(layers, [WINDOW], ALL_REFINEMENTS, mostPairsOnObject)[0]!;
  const { tests } = sweepPairs(table, [0, table.code.length], 1);
  return Array.from(tests.p.keys(), (row) => {
    return { pair: `${tests.from[row]}-${tests.to[row]}`, occasions: tests.occasions[row], mean: tests.expected[row] };
  });
}

test('pairs that meet only in crowds are not tested; all others are, with all their occasions', () => {
  let [tested, left] = [0, 0];
  fc.assert(
    fc.property(fc.array(action, { minLength: 40, maxLength: 80 }), fc.nat(20), (actions, mostPairs) => {
      const near = (one: (typeof actions)[number], other: (typeof actions)[number]) =>
        one !== other && one.object === other.object && Math.abs(one.time - other.time) <= WINDOW;
      const active = actions.filter(({ account }) => {
        return new Set(actions.filter((one) => one.account === account).map(({ object }) => object)).size > 1;
      });
      const pairsOn = (object: number) =>
        active.flatMap((one, i) => active.slice(i + 1).filter((other) => one.object === object && near(one, other)))
          .length;
      const calm = new Set([0, 1, 2, 3, 4, 5].filter((object) => pairsOn(object) <= mostPairs));
      const meetElsewhere = new Set(
        active.flatMap((one) =>
          active
            .filter((other) => calm.has(one.object) && one.account < other.account && near(one, other))
            .map((other) => `${one.account}-${other.account}`),
        ),
      );
      const all = pairsTested(actions, Number.POSITIVE_INFINITY);
      const expected = all.filter(({ pair }) => meetElsewhere.has(pair));
      expect(pairsTested(actions, mostPairs)).toEqual(expected);
      tested += expected.length;
      left += all.length - expected.length;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(tested, left)).toBeGreaterThan(100);
});
