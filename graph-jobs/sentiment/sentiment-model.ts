import { packageFile } from '#platform/package-root.js';
import { type ModelParts, readModelFile } from './model-file.js';
import { softmax } from './softmax.js';
import { TextBuckets } from './text-buckets.js';
import { weighText } from './weighed-text.js';

/** Where the model lies that ships, without the ends of its two files. */
export const SHIPPED_MODEL = packageFile('graph-jobs/sentiment/model/sentiment-id');

/** Weighs the sentiment of Indonesian texts. Method, error and intended use: docs/methods/sentiment.md. */
export class SentimentModel {
  readonly #parts: ModelParts;
  readonly #text: TextBuckets;
  #weights = new Float64Array(1 << 10);

  constructor(parts: ModelParts) {
    this.#parts = parts;
    this.#text = new TextBuckets(parts.shape);
  }

  static shipped(): SentimentModel {
    return new SentimentModel(readModelFile(SHIPPED_MODEL));
  }

  /** Probabilities of positive, neutral and negative. */
  probabilities(text: string): Float64Array {
    const scores = this.scores(text);
    for (let c = 0; c < scores.length; c++) scores[c]! /= this.#parts.temperature;
    softmax(scores);
    return scores;
  }

  /** The same before they are made probabilities. */
  scores(text: string): Float64Array {
    const { rarity, runShare, positive, negative, unit, bias } = this.#parts;
    const read = this.#text;
    read.read(text);
    if (read.length > this.#weights.length) this.#weights = new Float64Array(read.length * 2);
    const weights = this.#weights;
    weighText(read, rarity, runShare, weights);
    let up = 0;
    let down = 0;
    for (let i = 0; i < read.length; i++) {
      const bucket = read.buckets[i]!;
      up += weights[i]! * positive[bucket]!;
      down += weights[i]! * negative[bucket]!;
    }
    return Float64Array.of(up * unit + bias[0]!, -(up + down) * unit + bias[1]!, down * unit + bias[2]!);
  }
}
