import { readFileSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';
import { poissonBinomialTail } from './poisson-binomial-tail.js';
import { poissonTail } from './poisson-tail.js';

interface Tails {
  readonly poisson: readonly (readonly [k: number, mean: number, tail: number])[];
  readonly poissonBinomial: readonly { k: number; chances: readonly number[]; tail: number }[];
}

const { poisson, poissonBinomial } = JSON.parse(
  readFileSync(packageFile('test/calibration/golden/tails.json'), 'utf8'),
) as Tails;

test('tails equal those of scipy, from means near 0 to thousands', () => {
  expect(poisson.length).toBeGreaterThan(100);
  for (const [k, mean, tail] of poisson) {
    const off = Math.abs(poissonTail(k, mean) - tail);
    expect({ k, mean, exact: off <= 1e-11 * tail + 1e-290 }).toEqual({ k, mean, exact: true });
  }
});

test('none is asked of nothing', () => {
  expect(poissonTail(0, 3)).toBe(1);
  expect(poissonBinomialTail(0, [0.5])).toBe(1);
  expect(poissonBinomialTail(2, [0.5])).toBe(0);
});

test('Poisson-binomial tails equal the convolution by numpy', () => {
  for (const { k, chances, tail } of poissonBinomial) {
    expect(Math.abs(poissonBinomialTail(k, chances) - tail)).toBeLessThanOrEqual(1e-12 * tail);
  }
});
