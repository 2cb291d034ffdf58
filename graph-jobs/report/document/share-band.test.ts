import { randomLcg } from 'd3-random';
import { effectiveNumber, shareWithBand } from './share-band.js';

test('the band of independent texts is Wilson’s', () => {
  // 81 of 263: 0.2553 to 0.3662 (Newcombe 1998, table I, method 3); ours is rounded outwards.
  expect(shareWithBand(81, 263, 263)).toEqual({ count: 81, share: 0.308, low: 0.2552, high: 0.3663 });
  expect(shareWithBand(0, 20, 20)).toMatchObject({ share: 0, low: 0, high: 0.1612 });
  expect(shareWithBand(20, 20, 20)).toMatchObject({ share: 1, low: 0.8388, high: 1 });
});

test('accounts that wrote alike count once each; one that wrote nearly all counts as little more than one', () => {
  expect(effectiveNumber(40, 10 * 4 ** 2)).toBe(10);
  expect(effectiveNumber(1009, 1000 ** 2 + 9)).toBeCloseTo(1.018, 3);
  expect(effectiveNumber(0, 0)).toBe(0);
});

/** How often a band holds the truth where few accounts write most and the texts of one account are much alike. */
function coverage(accounts: number, truth: number, alike: number) {
  const random = randomLcg(0.271828);
  const held = { ours: 0, independent: 0, of: 1000 };
  for (let i = 0; i < held.of; i++) {
    let [texts, squares, count] = [0, 0, 0];
    for (let a = 0; a < accounts; a++) {
      const wrote = Math.min(200, Math.floor((1 - random()) ** (-1 / 1.2)));
      // A share `alike` of accounts writes one thing only, the others write as everybody does.
      const says = random() < alike ? Number(random() < truth) : truth;
      for (let t = 0; t < wrote; t++) count += Number(random() < says);
      texts += wrote;
      squares += wrote ** 2;
    }
    const holds = ({ low, high }: { low: number; high: number }) => Number(low <= truth && truth <= high);
    held.ours += holds(shareWithBand(count, texts, effectiveNumber(texts, squares)));
    held.independent += holds(shareWithBand(count, texts, texts));
  }
  return { ours: held.ours / held.of, independent: held.independent / held.of };
}

test.each([
  [10, 0.2],
  [100, 0.2],
  [100, 0.5],
])(
  'of %i accounts with a share of %d it holds the truth, and one that takes texts for independent does not',
  (accounts, truth) => {
    const { ours, independent } = coverage(accounts, truth, 0.9);
    expect(ours).toBeGreaterThanOrEqual(0.93);
    expect(independent).toBeLessThan(0.75);
  },
);
