import { type PackedTerms, startOf } from './packed-terms.js';
import type { TermWeights } from './term-weights.js';
import type { TermCounts } from './text-terms.js';

/** The usual constants of BM25 (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** What terms of one kind a text and one document after another have in common. */
export class TermOverlap {
  /** Sum of the weights of the terms that both have. */
  shared = 0;
  /** How many these are. */
  terms = 0;
  /** BM25 of the longer of the two for the terms of the shorter, each once; at most `shared` when all lengths are the same. */
  bm25 = 0;
  readonly #terms: PackedTerms;
  readonly #weights: Float64Array;
  readonly #meanLength: number;
  /** By code, how often the text has the term: a document is compared in as many steps as it has terms, however long the text is. */
  readonly #ofText: Uint32Array;
  #text: Uint32Array = new Uint32Array(0);

  constructor(terms: PackedTerms, weights: TermWeights, meanLength: number) {
    this.#terms = terms;
    this.#weights = weights.list;
    this.#meanLength = meanLength;
    this.#ofText = new Uint32Array(weights.length);
  }

  /** The text that documents are compared with from now on. */
  read({ codes, counts }: TermCounts): void {
    const [ofText, before] = [this.#ofText, this.#text];
    for (let i = 0; i < before.length && before[i]! < ofText.length; i++) ofText[before[i]!] = 0;
    // Ascending: those that no claim has come last.
    for (let i = 0; i < codes.length && codes[i]! < ofText.length; i++) ofText[codes[i]!] = counts[i]!;
    this.#text = codes;
  }

  compare(textLength: number, document: number, length: number, textIsShorter: boolean): void {
    const { codes, counts, ends } = this.#terms;
    const [ofText, weights] = [this.#ofText, this.#weights];
    const longer = textIsShorter ? length : textLength;
    const usual = Math.max(this.#meanLength, textIsShorter ? textLength : length, 1);
    const slowness = K1 * (1 - B + (B * longer) / usual);
    let shared = 0;
    let terms = 0;
    let bm25 = 0;
    const end = ends[document]!;
    for (let i = startOf(ends, document); i < end; i++) {
      const code = codes[i]!;
      const times = ofText[code]!;
      if (times === 0) continue;
      const weight = weights[code]!;
      const count = textIsShorter ? counts[i]! : times;
      terms += 1;
      shared += weight;
      bm25 += (weight * count) / (count + slowness);
    }
    this.shared = shared;
    this.terms = terms;
    this.bm25 = bm25;
  }
}
