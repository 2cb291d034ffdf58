import { SENTIMENTS } from '#domain/sentiment.js';
import { softmax } from '../softmax.js';
import type { TextMatrix } from './text-matrix.js';

const CLASSES = SENTIMENTS.length;

/**
 * The loss of multinomial logistic regression with an L2 penalty at `weights`, and its gradient into `gradient`. Weights are
 * of bucket by class, with one bias for each class behind them, which is not penalised.
 */
export function softmaxLoss(
  matrix: TextMatrix,
  penalty: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const { labels, ends, buckets, values } = matrix;
  const bias = weights.length - CLASSES;
  const scores = new Float64Array(CLASSES);
  gradient.fill(0);
  let loss = 0;
  for (let row = 0, start = 0; row < ends.length; start = ends[row++]!) {
    const end = ends[row]!;
    for (let c = 0; c < CLASSES; c++) scores[c] = weights[bias + c]!;
    for (let i = start; i < end; i++) {
      const at = buckets[i]! * CLASSES;
      for (let c = 0; c < CLASSES; c++) scores[c]! += values[i]! * weights[at + c]!;
    }
    softmax(scores);
    const label = labels[row]!;
    loss -= Math.log(Math.max(scores[label]!, Number.MIN_VALUE));
    scores[label]! -= 1;
    for (let c = 0; c < CLASSES; c++) gradient[bias + c]! += scores[c]!;
    for (let i = start; i < end; i++) {
      const at = buckets[i]! * CLASSES;
      for (let c = 0; c < CLASSES; c++) gradient[at + c]! += values[i]! * scores[c]!;
    }
  }
  for (let i = 0; i < bias; i++) {
    loss += (penalty / 2) * weights[i]! * weights[i]!;
    gradient[i]! += penalty * weights[i]!;
  }
  return loss;
}
