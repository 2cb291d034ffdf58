import { timeStepOf } from './time-step.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const times = (count: number, at: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => at(i));

test.each([
  ['milliseconds', times(200, (i) => i * 1237), 1],
  ['seconds', times(200, (i) => i * 7000), 1000],
  ['minutes', times(200, (i) => i * 7 * MINUTE), MINUTE],
  ['hours', times(200, (i) => i * 60 * MINUTE), 60 * MINUTE],
  ['days in UTC', times(200, (i) => i * DAY), DAY],
  ['days in WIB', times(200, (i) => i * DAY - 420 * MINUTE), DAY],
])('finds that times are whole %s', (_, of, step) => {
  expect(timeStepOf(of)).toBe(step);
});

test('a few precise times do not make the rest precise, more than 1 % do', () => {
  const withPrecise = (precise: number) => times(200, (i) => i * MINUTE + (i < precise ? 13 : 0));
  expect(timeStepOf(withPrecise(2))).toBe(MINUTE);
  expect(timeStepOf(withPrecise(3))).toBe(1);
});

test('no times have no step', () => {
  expect(timeStepOf(new Float64Array(0))).toBe(1);
});
