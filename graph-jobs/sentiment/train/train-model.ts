import { SENTIMENTS } from '#domain/sentiment.js';
import type { ModelParts } from '../model-file.js';
import { SentimentModel } from '../sentiment-model.js';
import { softmax } from '../softmax.js';
import { type BucketShape, bucketCount } from '../text-buckets.js';
import type { LabelledText } from './labelled-texts.js';
import { minimise } from './lbfgs.js';
import { softmaxLoss } from './softmax-loss.js';
import { rarityOf, textMatrix } from './text-matrix.js';

const CLASSES = SENTIMENTS.length;
const GREATEST = 127;
const MOST_ROUNDS = 60;
const TOLERANCE = 1e-4;

export interface TrainingParameters {
  readonly shape: BucketShape;
  readonly runShare: number;
  /** Weight of the L2 penalty against the loss of all texts together. */
  readonly penalty: number;
}

export const TRAINING: TrainingParameters = {
  shape: { wordBits: 16, runBits: 17, shortestRun: 2, longestRun: 5 },
  runShare: 0.7,
  penalty: 0.1,
};

/** Multinomial logistic regression on tf-idf of words, pairs of words and runs of characters, quantised to a byte a weight. */
export function trainModel(texts: readonly LabelledText[], parameters: TrainingParameters): ModelParts {
  const { shape, runShare, penalty } = parameters;
  const rarity = rarityOf(texts, shape);
  const matrix = textMatrix(texts, shape, rarity, runShare);
  const count = bucketCount(shape);
  const weights = new Float64Array((count + 1) * CLASSES);
  minimise((point, gradient) => softmaxLoss(matrix, penalty, point, gradient), weights, MOST_ROUNDS, TOLERANCE);
  let most = 0;
  for (let i = 0; i < count * CLASSES; i++) most = Math.max(most, Math.abs(weights[i]!));
  const unit = most === 0 ? 1 : most / GREATEST;
  const quantised = (label: number) =>
    Int8Array.from({ length: count }, (_, bucket) => Math.round(weights[bucket * CLASSES + label]! / unit));
  return {
    shape,
    runShare,
    unit,
    bias: SENTIMENTS.map((_, label) => weights[count * CLASSES + label]!),
    temperature: 1,
    rarity,
    positive: quantised(0),
    negative: quantised(2),
  };
}

/** The temperature under which texts that the model has not seen are most likely (Guo et al. 2017). */
export function fitTemperature(parts: ModelParts, texts: readonly LabelledText[]): number {
  const model = new SentimentModel(parts);
  const rows = texts.map(({ text, label }) => ({ scores: model.scores(text), label }));
  const loss = (temperature: number) => {
    let sum = 0;
    for (const { scores, label } of rows) {
      const probabilities = scores.map((score) => score / temperature);
      softmax(probabilities);
      sum -= Math.log(Math.max(probabilities[label]!, Number.MIN_VALUE));
    }
    return sum;
  };
  let best = 1;
  for (let hundredths = 30; hundredths <= 300; hundredths += 5)
    if (loss(hundredths / 100) < loss(best)) best = hundredths / 100;
  return best;
}
