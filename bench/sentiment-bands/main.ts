// How often bands of 95 % hold the share that they are about, where the texts of an account are alike and few accounts write
// most: by Kish's effective number, by a design effect estimated from the data, and with texts taken for independent.
//   node dist/bench/sentiment-bands/main.js [DRAWS]
import { randomBeta, randomBinomial, randomLcg, randomPareto } from 'd3-random';
import { effectiveNumber, shareWithBand } from '#graph-jobs/report/document/share-band.js';

const draws = Number(process.argv[2] ?? 2000);
/** Posts of an account follow a power law with this exponent, cut at the most. */
const EXPONENT = 1.2;
const MOST_TEXTS = 200;
const METHODS = ['effective number', 'estimated effect', 'independent'] as const;

interface Drawn {
  readonly texts: number;
  readonly count: number;
  readonly squares: number;
  /** Of how many texts it is worth by the design effect of Rao and Scott (1992), at least 1. */
  readonly estimated: number;
}

const random = randomLcg(0.577215);
const wrote = randomPareto.source(random)(EXPONENT);
const worst: Record<string, [number, number]> = {};
console.log(`${draws} draws of each; share of bands that hold the truth`);
for (const accounts of [3, 10, 30, 100, 500])
  for (const truth of [0.05, 0.2, 0.5]) for (const alike of [0.3, 0.9]) printRow(accounts, truth, alike);
for (const method of METHODS)
  console.log(`${method}: ${worst[method]![0].toFixed(3)} to ${worst[method]![1].toFixed(3)}`);

function printRow(accounts: number, truth: number, alike: number): void {
  const held = METHODS.map(() => 0);
  for (let i = 0; i < draws; i++) {
    const { texts, count, squares, estimated } = draw(accounts, truth, alike);
    for (const [m, worth] of [effectiveNumber(texts, squares), estimated, texts].entries()) {
      const { low, high } = shareWithBand(count, texts, worth);
      if (low <= truth && truth <= high) held[m]! += 1;
    }
  }
  const shares = METHODS.map((method, m) => {
    const share = held[m]! / draws;
    const [least, most] = worst[method] ?? [1, 0];
    worst[method] = [Math.min(least, share), Math.max(most, share)];
    return `${method} ${share.toFixed(3)}`;
  });
  console.log(`${accounts} accounts, share ${truth}, correlation ${alike}: ${shares.join(', ')}`);
}

/** Texts of accounts whose own shares are spread around the truth so that two texts of one correlate by `alike`. */
function draw(accounts: number, truth: number, alike: number): Drawn {
  const spread = 1 / alike - 1;
  const ownShare = randomBeta.source(random)(truth * spread, (1 - truth) * spread);
  const rows = Array.from({ length: accounts }, () => {
    const texts = Math.min(MOST_TEXTS, Math.floor(wrote()));
    return { texts, count: randomBinomial.source(random)(texts, ownShare())() };
  });
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [texts, count, squares] = [sum((row) => row.texts), sum((row) => row.count), sum((row) => row.texts ** 2)];
  const share = count / texts;
  const residuals = (sum((row) => (row.count - share * row.texts) ** 2) * accounts) / (accounts - 1);
  const effect = share === 0 || share === 1 ? squares / texts : residuals / texts / (share * (1 - share));
  return { texts, count, squares, estimated: texts / Math.max(1, effect) };
}
