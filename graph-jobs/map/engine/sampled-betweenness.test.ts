import fc from 'fast-check';
import { BETWEENNESS_CONFIDENCE, betweennessErrors } from '#domain/betweenness-error.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { arbitraryNetwork, spreadNetworkOf } from '../../../test/builders/spread-network.js';
import { betweennessOf } from './betweenness.js';

const SEEDS = 50;
const exactOf = (network: SpreadNetwork) => betweennessOf(network, { sources: network.nodes, seed: 1 }).value;

/** Of samples with many seeds the share in which all accounts are within a part of their stated errors. */
function shareWithin(network: SpreadNetwork, sources: number, part: number): number {
  const exact = exactOf(network);
  let within = 0;
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const sampled = betweennessOf(network, { sources, seed });
    const errorOf = betweennessErrors(network, sampled);
    const holds = (value: number, node: number) => Math.abs(value - exact[node]!) <= part * errorOf(node)! + 1e-9;
    if (sampled.value.every(holds)) within += 1;
  }
  return within / SEEDS;
}

test('on any network all accounts are within the stated error at least as often as stated', () => {
  fc.assert(
    fc.property(arbitraryNetwork(40, 40), fc.integer({ min: 2, max: 20 }), (network, sources) => {
      expect(shareWithin(network, sources, 1)).toBeGreaterThanOrEqual(BETWEENNESS_CONFIDENCE);
    }),
    { numRuns: 60 },
  );
});

/** Thirty accounts that one in the middle amplified, which thirty others amplified. */
const hourglass = spreadNetworkOf(61, [
  ...Array.from({ length: 30 }, (_, i) => [i, 30, 1] as const),
  ...Array.from({ length: 30 }, (_, i) => [30, 31 + i, 1] as const),
]);

test('a worked example: Hoeffding without putting back, over the accounts that paths can lead through', () => {
  // Of 31 accounts that were amplified 10 are followed; the middle alone can stand between, and reaches 30.
  const errorOf = betweennessErrors(hourglass, { sampling: 'UNIFORM', sources: 10 });
  const share = Math.sqrt((Math.log(2 / 0.05) * (1 - 9 / 31)) / (2 * 10));
  expect(errorOf(30)).toBeCloseTo(31 * 30 * share, 9);
  // Nothing can lead through who amplified nobody, or whom nobody amplified: both are exactly 0.
  expect(errorOf(0)).toBe(0);
  expect(errorOf(60)).toBe(0);
});

test('the stated error is no idle one: a small part of it does not hold as often', () => {
  // Half of those who begin paths lead through account 20, and half do not.
  const edges = [
    ...Array.from({ length: 20 }, (_, i) => [i, 20, 1] as const),
    ...Array.from({ length: 20 }, (_, i) => [20, 21 + i, 1] as const),
    ...Array.from({ length: 20 }, (_, i) => [41 + i, 61 + i, 1] as const),
  ];
  const network = spreadNetworkOf(81, edges);
  expect(shareWithin(network, 10, 1)).toBeGreaterThanOrEqual(BETWEENNESS_CONFIDENCE);
  expect(shareWithin(network, 10, 0.2)).toBeLessThan(BETWEENNESS_CONFIDENCE);
});

test('exact values are off by nothing, and what is no estimate has no error', () => {
  expect(betweennessErrors(hourglass, { sampling: 'ALL', sources: 61 })(30)).toBe(0);
  expect(betweennessErrors(hourglass, { sampling: 'BY_DEGREE', sources: 10 })(30)).toBeNull();
});
