import { firstPlaces } from '#domain/first-places.js';
import type { ClaimDocuments } from './claim-documents.js';
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
  readonly #touched: Uint32Array;

  constructor({ claim, roots, grams, rootWeights, gramWeights, rootSum, gramSum }: ClaimDocuments) {
    this.#roots = new Postings(roots, rootWeights, rootSum, COMMON_ROOT);
    this.#grams = new Postings(grams, gramWeights, gramSum, COMMON_GRAM);
    this.#sum = new Float64Array(claim.length);
    this.#touched = new Uint32Array(claim.length);
  }

  /** The `most` documents that share most with the text, those that come first in the index where it is the same. */
  candidates({ terms, rootSum, gramSum }: ComparedText, most: number): Uint32Array {
    const rooted = this.#add(this.#roots, terms.roots.codes, rootSum, 0);
    const length = this.#add(this.#grams, terms.grams.codes, gramSum, rooted);
    const [sum, touched] = [this.#sum, this.#touched];
    const order = (a: number, b: number) => sum[touched[b]!]! - sum[touched[a]!]! || touched[a]! - touched[b]!;
    const best = Uint32Array.from(firstPlaces(length, most, order), (place) => touched[place]!).sort();
    for (let i = 0; i < length; i++) sum[touched[i]!] = 0;
    return best;
  }

  /** Adds to the sums, and to the `touched` ones; gives how many these are now. */
  #add(postings: Postings, codes: Float64Array, textSum: number, touched: number): number {
    const sum = this.#sum;
    const { documents, impacts } = postings;
    const share = 1 / Math.sqrt(textSum || 1);
    let length = touched;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!;
      for (let at = postings.start(code), end = postings.end(code); at < end; at++) {
        const document = documents[at]!;
        if (sum[document] === 0) this.#touched[length++] = document;
        sum[document]! += share * impacts[at]!;
      }
    }
    return length;
  }
}
