import { type PackedTerms, startOf } from './packed-terms.js';
import type { TermWeights } from './term-weights.js';
import type { TermCounts } from './text-terms.js';

/** The usual constants of BM25 (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** What terms of one kind a text and a document have in common. */
export class TermOverlap {
  /** Sum of the weights of the terms that both have. */
  shared = 0;
  /** BM25 of the longer of the two for the terms of the shorter, each once; at most `shared` when all lengths are the same. */
  bm25 = 0;
  readonly #terms: PackedTerms;
  readonly #weights: TermWeights;
  readonly #meanLength: number;

  constructor(terms: PackedTerms, weights: TermWeights, meanLength: number) {
    this.#terms = terms;
    this.#weights = weights;
    this.#meanLength = meanLength;
  }

  compare(text: TermCounts, textLength: number, document: number, length: number, textIsShorter: boolean): void {
    const { codes, counts, ends } = this.#terms;
    const longer = textIsShorter ? length : textLength;
    const usual = Math.max(this.#meanLength, textIsShorter ? textLength : length, 1);
    const slowness = K1 * (1 - B + (B * longer) / usual);
    this.shared = 0;
    this.bm25 = 0;
    let i = 0;
    let j = startOf(ends, document);
    const end = ends[document]!;
    while (i < text.codes.length && j < end) {
      const one = text.codes[i]!;
      const other = codes[j]!;
      if (one === other) {
        const weight = this.#weights.of(one);
        const count = textIsShorter ? counts[j]! : text.counts[i]!;
        this.shared += weight;
        this.bm25 += (weight * count) / (count + slowness);
      }
      if (one <= other) i += 1;
      if (other <= one) j += 1;
    }
  }
}
