import { areMoreValues } from './variable-values.js';

test.each([
  [{}, 0],
  [{ a: 1, b: [1, 2] }, 4],
  [{ a: { b: { c: [[], null] } } }, 5],
])('%j holds %i values', (values, count) => {
  expect(areMoreValues(values, count)).toBe(false);
  if (count > 0) expect(areMoreValues(values, count - 1)).toBe(true);
});
