import { SENTIMENTS, type Sentiment } from '#domain/sentiment.js';
import type { ClassMeasures, Measures } from './model-card.js';

const BINS = 10;

export interface Judged {
  /** Place of the true label in SENTIMENTS. */
  readonly label: number;
  readonly probabilities: ArrayLike<number>;
}

/** Which of the probabilities is the greatest; the first of equal ones. */
export function mostLikely(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return best;
}

export function measure(judged: readonly Judged[]): Measures {
  const counts = SENTIMENTS.map(() => SENTIMENTS.map(() => 0));
  for (const { label, probabilities } of judged) counts[label]![mostLikely(probabilities)]! += 1;
  const classes = SENTIMENTS.map((_, label) => classMeasures(counts, label));
  const right = counts.reduce((sum, row, label) => sum + row[label]!, 0);
  return {
    accuracy: rounded(right / judged.length),
    macroF1: rounded(classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length),
    calibrationError: rounded(calibrationError(judged)),
    byClass: named(classes.map((one) => ({ ...one, ...roundedShares(one) }))),
  };
}

function classMeasures(counts: readonly number[][], label: number): ClassMeasures {
  const own = counts[label]!;
  const texts = own.reduce((sum, count) => sum + count, 0);
  const taken = counts.reduce((sum, row) => sum + row[label]!, 0);
  const right = own[label]!;
  return {
    texts,
    precision: taken === 0 ? 0 : right / taken,
    recall: texts === 0 ? 0 : right / texts,
    f1: texts + taken === 0 ? 0 : (2 * right) / (texts + taken),
    takenFor: named(own),
  };
}

/** Guo et al. 2017: texts in bins by the probability of what they are taken for. */
function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ promised: 0, right: 0 }));
  for (const { label, probabilities } of judged) {
    const best = mostLikely(probabilities);
    const bin = bins[Math.min(BINS - 1, Math.floor(probabilities[best]! * BINS))]!;
    bin.promised += probabilities[best]!;
    if (best === label) bin.right += 1;
  }
  return bins.reduce((sum, { promised, right }) => sum + Math.abs(promised - right), 0) / judged.length;
}

function roundedShares({ precision, recall, f1 }: ClassMeasures) {
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
}

function named<T>(values: readonly T[]): Record<Sentiment, T> {
  return Object.fromEntries(SENTIMENTS.map((name, i) => [name, values[i]!])) as Record<Sentiment, T>;
}

export function rounded(value: number): number {
  return Number(value.toFixed(4));
}
