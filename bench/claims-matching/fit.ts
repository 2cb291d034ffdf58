import { MEASURES } from '#graph-jobs/claims/match/resemblance.js';
import type { ComparedCandidates } from './compared-texts.js';

const SIZE = MEASURES.length;
const RANK_STEPS = 200;
const SHARE_STEPS = 4000;
const SHRINK = 1e-3;

export interface FittedScore {
  /** By measure. */
  readonly weights: Float64Array;
  /** Of the evidence, of the information of the text, of its square, and a constant. */
  readonly share: Float64Array;
}

/**
 * First the weights by which the right candidate most likely ranks first (softmax over the candidates of a text), then those that
 * make a share of right ones of the evidence and of what the text tells by itself (logistic, on the best candidates).
 */
export function fittedScore(texts: readonly ComparedCandidates[]): FittedScore {
  const rank = rankWeights(texts.filter(({ right }) => right >= 0));
  const points = texts.flatMap((text) => bestPoints(text, rank));
  const share = shareWeights(points);
  return { weights: rank, share };
}

function rankWeights(texts: readonly ComparedCandidates[]): Float64Array {
  const descent = new Descent(new Float64Array(SIZE).fill(2), 0.3);
  for (let step = 0; step < RANK_STEPS; step++) {
    const slope = new Float64Array(SIZE);
    for (const { right, length, measures } of texts) {
      const odds = sums(measures, length, descent.at);
      const most = Math.max(...odds);
      let all = 0;
      for (let i = 0; i < length; i++) all += odds[i] = Math.exp(odds[i]! - most);
      for (let i = 0; i < length; i++) {
        const error = odds[i]! / all - (i === right ? 1 : 0);
        for (let j = 0; j < SIZE; j++) slope[j]! += (error * measures[i * SIZE + j]!) / texts.length;
      }
    }
    descent.step(slope.map((value, j) => value + SHRINK * descent.at[j]!));
  }
  return descent.at;
}

interface Point {
  readonly of: readonly number[];
  readonly isRight: boolean;
}

/** The best candidate of a text, and the best of those that are wrong: what a text without a claim would show. */
function bestPoints({ right, length, measures, information }: ComparedCandidates, weights: Float64Array): Point[] {
  const sum = sums(measures, length, weights);
  const bestOf = (skip: number) => {
    let best = -1;
    for (let i = 0; i < length; i++) if (i !== skip && (best < 0 || sum[i]! > sum[best]!)) best = i;
    return best;
  };
  const chosen = right < 0 ? [bestOf(-1)] : [bestOf(-1), bestOf(right)];
  return chosen
    .filter((i) => i >= 0)
    .map((i) => ({
      of: [sum[i]!, information, information * information, 1],
      isRight: i === right,
    }));
}

function shareWeights(points: readonly Point[]): Float64Array {
  const descent = new Descent(Float64Array.of(0.5, 0, 0, -5), 0.05);
  for (let step = 0; step < SHARE_STEPS; step++) {
    const slope = new Float64Array(4);
    for (const { of, isRight } of points) {
      const share = 1 / (1 + Math.exp(-of.reduce((sum, value, j) => sum + value * descent.at[j]!, 0)));
      for (let j = 0; j < 4; j++) slope[j]! += ((share - (isRight ? 1 : 0)) * of[j]!) / points.length;
    }
    descent.step(slope);
  }
  return descent.at;
}

function sums(measures: Float64Array, length: number, weights: Float64Array): Float64Array {
  return new Float64Array(length).map((_, i) => {
    let sum = 0;
    for (let j = 0; j < SIZE; j++) sum += weights[j]! * measures[i * SIZE + j]!;
    return sum;
  });
}

/** Adam (Kingma and Ba 2015). */
class Descent {
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  #steps = 0;

  constructor(
    readonly at: Float64Array,
    private readonly rate: number,
  ) {
    this.#mean = new Float64Array(at.length);
    this.#square = new Float64Array(at.length);
  }

  step(slope: Float64Array): void {
    this.#steps += 1;
    slope.forEach((value, j) => {
      this.#mean[j] = 0.9 * this.#mean[j]! + 0.1 * value;
      this.#square[j] = 0.99 * this.#square[j]! + 0.01 * value * value;
      const mean = this.#mean[j]! / (1 - 0.9 ** this.#steps);
      const size = Math.sqrt(this.#square[j]! / (1 - 0.99 ** this.#steps)) + 1e-9;
      this.at[j]! -= (this.rate * mean) / size;
    });
  }
}
