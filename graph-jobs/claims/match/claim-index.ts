import type { ClaimDocuments } from './claim-documents.js';
import { largestPlaces } from './largest-places.js';
import { Postings } from './postings.js';
import type { ComparedText } from './resemblance.js';

/** Of so many documents a root, or a character run, may be in one, to lead to candidates by itself. */
const COMMON_ROOT = 10;
const COMMON_GRAM = 30;

/**
 * An inverted index over the roots and character runs of documents: which documents are worth a comparison with a text. They are
 * ranked by the sum of the cosines of both (of weights, whatever the counts), without the terms that are in many documents.
 */
export class ClaimIndex {
  readonly #roots: Postings;
  readonly #grams: Postings;
  readonly #sum: Float64Array;

  constructor({ claim, roots, grams, rootWeights, gramWeights, rootSum, gramSum }: ClaimDocuments) {
    this.#roots = new Postings(roots, rootWeights, rootSum, COMMON_ROOT);
    this.#grams = new Postings(grams, gramWeights, gramSum, COMMON_GRAM);
    this.#sum = new Float64Array(claim.length);
  }

  /** The `most` documents that share most with the text, ascending; of those that share as much the first. */
  candidates({ terms, rootSum, gramSum }: ComparedText, most: number): Uint32Array {
    this.#add(this.#roots, terms.roots.codes, rootSum);
    this.#add(this.#grams, terms.grams.codes, gramSum);
    return largestPlaces(this.#sum, most);
  }

  #add(postings: Postings, codes: Uint32Array, textSum: number): void {
    const sum = this.#sum;
    const { documents, impacts } = postings;
    const share = 1 / Math.sqrt(textSum || 1);
    for (let i = 0; i < codes.length; i++) {
      const end = postings.end(codes[i]!);
      for (let at = postings.start(codes[i]!); at < end; at++) sum[documents[at]!]! += share * impacts[at]!;
    }
  }
}
