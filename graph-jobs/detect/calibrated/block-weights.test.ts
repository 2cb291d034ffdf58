import fc from 'fast-check';
import { sortedColumns } from '../../../test/calibration/plain-tests.js';
import { blockWeights } from './block-weights.js';
import type { LayerActivity } from './layer-activity.js';

const BLOCKS = 4;
const rows = fc.array(fc.record({ object: fc.nat(2), time: fc.nat(300), block: fc.nat(BLOCKS - 1) }), {
  maxLength: 40,
  size: 'max',
});
const windows = [0, 5, 60];

/** Expected slot pairs of an account with one action in `one` and another with one in `other`, by the definition. */
function plain(
  of: readonly { object: number; time: number; block: number }[],
  window: number,
  one: number,
  other: number,
) {
  const size = (block: number) => of.filter((row) => row.block === block).length;
  let ends = 0;
  of.forEach((a, i) => {
    for (const b of of.slice(i + 1)) {
      if (a.object !== b.object || Math.abs(a.time - b.time) > window) continue;
      if (a.block === one && b.block === other) ends += 1;
      if (a.block === other && b.block === one) ends += 1;
    }
  });
  return ends === 0 ? 0 : ends / (size(one) * size(other));
}

test('weights are the chance of the two ends of every slot pair, within a block and across two', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const of = [...given].sort((a, b) => a.object - b.object || a.time - b.time);
      const actions = sortedColumns(
        of.map(({ object, time }) => ({ account: 0, object, time })),
        1,
        3,
      );
      const size = Uint32Array.from({ length: BLOCKS }, (_, block) => of.filter((row) => row.block === block).length);
      const blocks = { block: Uint32Array.from(of, ({ block }) => block), size };
      const layer = { actions, blocks } as unknown as LayerActivity;
      const weights = blockWeights(
        layer,
        windows.map((seconds) => seconds * 1000),
        true,
      );
      windows.forEach((window, w) => {
        for (let one = 0; one < BLOCKS; one++) {
          if (size[one] === 0) continue;
          const found = new Float64Array(BLOCKS);
          for (let entry = weights.start[one]!; entry < weights.start[one + 1]!; entry++)
            found[weights.block[entry]!]! += weights.byWindow[w]![entry]!;
          for (let other = 0; other < BLOCKS; other++)
            expect(found[other]).toBeCloseTo(plain(of, window, one, other), 12);
        }
      });
    }),
  );
});
