import fc from 'fast-check';
import { poissonTail } from '../detect/calibrated/poisson-tail.js';
import { lnNegativeBinomialTail } from './negative-binomial-tail.js';

const negativeBinomialTail = (k: number, mean: number, size: number) => Math.exp(lnNegativeBinomialTail(k, mean, size));

/** One minus the terms below k, each as a product, in no clever way. */
function naiveTail(k: number, mean: number, size: number): number {
  const ratio = mean / (size + mean);
  let below = 0;
  for (let j = 0; j < k; j++) {
    let term = (1 - ratio) ** size;
    for (let i = 0; i < j; i++) term *= ((size + i) / (i + 1)) * ratio;
    below += term;
  }
  return 1 - below;
}

test('is what summing all terms gives', () => {
  const number = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
  fc.assert(
    fc.property(fc.nat(60), number(40), number(30), (k, mean, size) => {
      expect(negativeBinomialTail(k, mean, size)).toBeCloseTo(naiveTail(k, mean, size), 9);
    }),
  );
});

test('is the Poisson tail where the rate is as good as known, with the digits of the smallest tails', () => {
  for (const [k, mean] of [
    [3, 2],
    [30, 2],
    [120, 40],
  ] as const)
    expect(negativeBinomialTail(k, mean, 1e9) / poissonTail(k, mean)).toBeCloseTo(1, 5);
});

test('falls as k grows, and is heavier for the more uneven', () => {
  for (let k = 1; k < 400; k++)
    expect(negativeBinomialTail(k + 1, 7, 0.4)).toBeLessThan(negativeBinomialTail(k, 7, 0.4));
  expect(negativeBinomialTail(40, 7, 0.4)).toBeGreaterThan(negativeBinomialTail(40, 7, 4));
});

test('goes on falling where no double holds it any more', () => {
  const tails = [3_000, 4_000, 50_000].map((k) => lnNegativeBinomialTail(k, 2, 30));
  expect(tails[0]).toBeLessThan(-7_000);
  for (const [i, tail] of tails.slice(1).entries()) expect(tail).toBeLessThan(tails[i]!);
  expect(lnNegativeBinomialTail(130_000, 1, 0.5)).toBeGreaterThan(Number.NEGATIVE_INFINITY);
});
