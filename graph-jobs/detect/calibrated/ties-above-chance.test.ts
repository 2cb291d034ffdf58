import { tiesAboveChance } from './ties-above-chance.js';

const ROWS: readonly [layer: number, window: number, from: number, to: number, occasions: number, expected: number][] =
  [
    [0, 0, 1, 2, 3, 0.5],
    [0, 1, 1, 2, 5, 4],
    [0, 0, 2, 3, 4, 0.25],
    [1, 0, 1, 2, 2, 0.125],
    [1, 1, 1, 3, 9, 1],
  ];
const pairs = {
  length: ROWS.length,
  layer: Uint32Array.from(ROWS, (row) => row[0]),
  window: Uint32Array.from(ROWS, (row) => row[1]),
  from: Uint32Array.from(ROWS, (row) => row[2]),
  to: Uint32Array.from(ROWS, (row) => row[3]),
  occasions: Uint32Array.from(ROWS, (row) => row[4]),
  expected: Float64Array.from(ROWS, (row) => row[5]),
  p: new Float64Array(ROWS.length),
};

test('a pair is tied by the occasions above chance of its best window, in each behaviour; other rows do not count', () => {
  expect(tiesAboveChance(['CO_LINK', 'CO_TEXT'], pairs, [0, 1, 2, 3])).toEqual([
    { behaviour: 'CO_LINK', from: [1, 2], to: [2, 3], strength: [2.5, 3.75] },
    { behaviour: 'CO_TEXT', from: [1], to: [2], strength: [1.875] },
  ]);
});
