import type { MEASURES } from './resemblance.js';

/** Written by `npm run bench:claims-matching -- --fit` from one half of the fact-checks; docs/methods/claims.md says how. */
const WEIGHTS: Readonly<Record<(typeof MEASURES)[number], number>> = {
  'of the shorter': 2.284,
  'of the longer': 1.692,
  'of both': 2.745,
  information: 3.333,
  BM25: 2.912,
  pairs: 2.162,
  'best passage': 4.725,
  'characters of both': 4.086,
  'BM25 of characters': 4.906,
};
/** Of the logistic curve that makes a share of the weighted sum and of what the text tells by itself. */
const SHARE = { evidence: 0.608, information: 16.119, informationSquared: -5.741, constant: -17.357 };
/** Leaves out what is nearly never right: docs/methods/claims.md has the precision of this and of higher ones. */
export const DEFAULT_MIN_SCORE = 0.02;
/**
 * From here on a candidate of an issue is put before people to confirm: of texts that tell no claim one in forty has a candidate,
 * and among 22,236 mentions of a simulated issue none had a wrong one (docs/methods/claims.md#an-issue).
 */
export const CONFIRM_MIN_SCORE = 0.3;
const WEIGHT_LIST = Float64Array.from(Object.values(WEIGHTS));

/** Of a shared page. */
export const SCORE_OF_URL = 1;
/** A near-duplicate scores at least this, since resemblance alone may score a copy of a long text lower. */
const LEAST_OF_NEAR_DUPLICATE = 0.95;

/**
 * Between 0 and 1: how often the best candidate of a text was right where its evidence and its text were such. A text of three words is
 * told by any sentence that has two of them, so that what the text tells by itself counts too; among the candidates of one text it
 * changes no order.
 */
export function scoreOf(measures: Float64Array, information: number): number {
  const { evidence, informationSquared, constant } = SHARE;
  const sum = evidence * evidenceOf(measures) + SHARE.information * information;
  return 1 / (1 + Math.exp(-(sum + informationSquared * information ** 2 + constant)));
}

function evidenceOf(measures: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < WEIGHT_LIST.length; i++) sum += WEIGHT_LIST[i]! * measures[i]!;
  return sum;
}

/** Grows with the similarity from 0.95 (none) to 1 (equal). */
export function scoreOfNearDuplicate(similarity: number): number {
  return LEAST_OF_NEAR_DUPLICATE + (1 - LEAST_OF_NEAR_DUPLICATE) * similarity;
}
