import type { ClaimDocuments } from './claim-documents.js';
import { type PackedTerms, startOf } from './packed-terms.js';
import type { ComparedText } from './resemblance.js';

/** Terms that more than one document in so many has lead to no candidate by themselves, where there are more than a few documents. */
const COMMON_SHARE = 10;
const FEW = 64;

/** An inverted index over the roots and character runs of documents: which documents are worth a comparison with a text. */
export class ClaimIndex {
  readonly #documents: ClaimDocuments;
  readonly #roots: Postings;
  readonly #grams: Postings;
  readonly #byRoots: Float64Array;
  readonly #byGrams: Float64Array;
  readonly #touched: Uint32Array;

  constructor(documents: ClaimDocuments) {
    this.#documents = documents;
    const length = documents.claim.length;
    this.#roots = new Postings(documents.roots, documents.codes.roots, length);
    this.#grams = new Postings(documents.grams, documents.codes.grams, length);
    this.#byRoots = new Float64Array(length);
    this.#byGrams = new Float64Array(length);
    this.#touched = new Uint32Array(length);
  }

  /** The `most` documents that share most with the text, in no order that means anything. */
  candidates(text: ComparedText, most: number): Uint32Array {
    const { rootWeights, gramWeights, rootSum, gramSum } = this.#documents;
    const byRoots = this.#byRoots;
    const byGrams = this.#byGrams;
    const touched = this.#touched;
    let length = 0;
    for (const root of text.terms.roots.codes) {
      const weight = rootWeights.of(root);
      const { documents, start, end } = this.#roots.of(root);
      for (let at = start; at < end; at++) {
        const document = documents[at]!;
        if (byRoots[document] === 0 && byGrams[document] === 0) touched[length++] = document;
        byRoots[document]! += weight;
      }
    }
    for (const gram of text.terms.grams.codes) {
      const weight = gramWeights.of(gram);
      const { documents, start, end } = this.#grams.of(gram);
      for (let at = start; at < end; at++) {
        const document = documents[at]!;
        if (byRoots[document] === 0 && byGrams[document] === 0) touched[length++] = document;
        byGrams[document]! += weight;
      }
    }
    const score = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const document = touched[i]!;
      score[i] =
        byRoots[document]! / Math.sqrt((rootSum[document]! || 1) * (text.rootSum || 1)) +
        byGrams[document]! / Math.sqrt((gramSum[document]! || 1) * (text.gramSum || 1));
      byRoots[document] = 0;
      byGrams[document] = 0;
    }
    return best(touched.subarray(0, length), score, most);
  }
}

/** The documents of the `most` highest scores, those that come first in the index where scores are the same. */
function best(documents: Uint32Array, scores: Float64Array, most: number): Uint32Array {
  if (documents.length <= most) return documents.slice();
  const least = scores.slice().sort()[scores.length - most]!;
  const above = documents.filter((_, i) => scores[i]! > least);
  const equal = documents.filter((_, i) => scores[i] === least).sort();
  const chosen = new Uint32Array(most);
  chosen.set(above);
  chosen.set(equal.subarray(0, most - above.length), above.length);
  return chosen;
}

class Postings {
  readonly #ends: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #most: number;

  constructor({ codes, ends }: PackedTerms, terms: number, documents: number) {
    this.#most = Math.max(FEW, documents / COMMON_SHARE);
    const starts = new Uint32Array(terms + 1);
    for (let i = 0; i < codes.length; i++) starts[codes[i]! + 1]! += 1;
    for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
    this.#documents = new Uint32Array(codes.length);
    const next = starts.slice();
    ends.forEach((end, document) => {
      for (let i = startOf(ends, document); i < end; i++) this.#documents[next[codes[i]!]!++] = document;
    });
    this.#ends = starts;
  }

  of(term: number): { documents: Uint32Array; start: number; end: number } {
    const documents = this.#documents;
    if (term + 1 >= this.#ends.length) return { documents, start: 0, end: 0 };
    const start = this.#ends[term]!;
    const end = this.#ends[term + 1]!;
    return { documents, start, end: end - start > this.#most ? start : end };
  }
}
