import { type PackedTerms, startOf } from './packed-terms.js';
import type { TermWeights } from './term-weights.js';

/** Terms of fewer documents than this are never too common. */
const FEW = 64;

/** By term the documents that have it, with what it adds to their cosine. */
export class Postings {
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
  readonly #starts: Uint32Array;
  readonly #most: number;

  /** `sums` are those of the weights of each document; of so many documents as `common` says a term may be in one. */
  constructor({ codes, ends }: PackedTerms, weights: TermWeights, sums: Float64Array, common: number) {
    this.#most = Math.max(FEW, ends.length / common);
    const terms = weights.length;
    const starts = new Uint32Array(terms + 1);
    for (let i = 0; i < codes.length; i++) starts[codes[i]! + 1]! += 1;
    for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
    this.#starts = starts;
    this.documents = new Uint32Array(codes.length);
    this.impacts = new Float32Array(codes.length);
    const next = starts.slice();
    ends.forEach((end, document) => {
      const share = 1 / Math.sqrt(sums[document] || 1);
      for (let i = startOf(ends, document); i < end; i++) {
        const at = next[codes[i]!]!++;
        this.documents[at] = document;
        this.impacts[at] = share * weights.of(codes[i]!);
      }
    });
  }

  start(term: number): number {
    return term + 1 < this.#starts.length ? this.#starts[term]! : 0;
  }

  /** The start again, where the term is of no document or of too many. */
  end(term: number): number {
    if (term + 1 >= this.#starts.length) return 0;
    const end = this.#starts[term + 1]!;
    return end - this.#starts[term]! > this.#most ? this.#starts[term]! : end;
  }
}
