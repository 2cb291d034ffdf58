import { runParameters } from '#domain/run-parameters.js';
import { rate, windows } from './option-values.js';

/** Whether `map` takes the same. */
function inMap(asked: Parameters<typeof runParameters>[0]): boolean {
  try {
    runParameters(asked);
    return true;
  } catch {
    return false;
  }
}

function taken(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['1e-9', true],
  ['0.01', true],
  ['0.5', true],
  ['.5', true],
  ['1e-10', false],
  ['0.51', false],
  ['0', false],
])('a false discovery rate of %s is taken on a file as on an issue: %s', (text, fits) => {
  expect([taken(() => rate(text)), inMap({ fdr: Number(text) })]).toEqual([fits, fits]);
});

test.each([
  ['10', true],
  ['1,2,3,4,5,6,7,8', true],
  ['1,2,3,4,5,6,7,8,9', false],
])('windows %s are taken on a file as on an issue: %s', (text, fits) => {
  const windowsSeconds = text.split(',').map(Number);
  expect([taken(() => windows(text)), inMap({ windowsSeconds })]).toEqual([fits, fits]);
});

test('what is no number is refused, and says what is wanted', () => {
  expect(() => rate('one')).toThrow('it must be a number from 1e-9 to 0.5');
  expect(() => windows('1,2,3,4,5,6,7,8,9')).toThrow('at most 8 windows');
  expect(windows('600, 10,600')).toEqual([10, 600]);
});
