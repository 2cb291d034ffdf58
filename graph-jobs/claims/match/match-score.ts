import type { MEASURES } from './resemblance.js';

/** Written by `npm run bench:claims-matching -- --fit` from one half of the fact-checks; docs/methods/claims.md says how. */
const WEIGHTS: Readonly<Record<(typeof MEASURES)[number], number>> = {
  'of the shorter': 2.388,
  'of the longer': 1.764,
  'of both': 2.838,
  information: 3.42,
  BM25: 2.768,
  pairs: 2.185,
  'best passage': 4.614,
  'characters of both': 3.958,
  'BM25 of characters': 4.429,
};
/** Of the logistic curve that makes a share of the sum. */
const SLOPE = 0.51;
const MIDDLE = 11.738;
/** Keeps 99.6 % of the right best candidates that were measured; of all best ones above it 44 % were right there. */
export const DEFAULT_MIN_SCORE = 0.05;
const WEIGHT_LIST = Float64Array.from(Object.values(WEIGHTS));

/** Of a shared page. */
export const SCORE_OF_URL = 1;
/** A near-duplicate scores at least this, since resemblance alone may score a copy of a long text lower. */
const LEAST_OF_NEAR_DUPLICATE = 0.95;

/** Between 0 and 1, of the measures of resemblance: the share of right ones among candidates that score so, where half the texts tell a claim. */
export function scoreOf(measures: Float64Array): number {
  return 1 / (1 + Math.exp(-SLOPE * (evidenceOf(measures) - MIDDLE)));
}

/** What the score is made of, before it is put between 0 and 1. */
export function evidenceOf(measures: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < WEIGHT_LIST.length; i++) sum += WEIGHT_LIST[i]! * measures[i]!;
  return sum;
}

/** Grows with the similarity from 0.95 (none) to 1 (equal). */
export function scoreOfNearDuplicate(similarity: number): number {
  return LEAST_OF_NEAR_DUPLICATE + (1 - LEAST_OF_NEAR_DUPLICATE) * similarity;
}
