import type { ClaimDocuments } from './claim-documents.js';
import { startOf } from './packed-terms.js';
import type { TextTerms } from './text-terms.js';

/** A passage is a little longer than twice the shorter text, for words in between. */
const PASSAGE_MORE = 10;

/**
 * The largest sum of weights that the words of the shorter text have in one passage of the longer: a long article has any word
 * somewhere, but the claim's words together only where it tells the claim.
 */
export class BestPassage {
  readonly #documents: ClaimDocuments;
  /** By root, whether it is asked for, and how often it is in the passage. Words that no claim has are in no document. */
  readonly #asked: Uint8Array;
  readonly #inside: Uint16Array;

  constructor(documents: ClaimDocuments) {
    this.#documents = documents;
    this.#asked = new Uint8Array(documents.codes.roots);
    this.#inside = new Uint16Array(documents.codes.roots);
  }

  /** `shared` is the sum of all words in common: that of the only passage, where the longer text is short. */
  best(text: TextTerms, document: number, textIsShorter: boolean, shared: number): number {
    const { sequence, sequenceEnds } = this.#documents;
    const start = startOf(sequenceEnds, document);
    const length = sequenceEnds[document]! - start;
    const passage = 2 * (textIsShorter ? text.sequence.length : length) + PASSAGE_MORE;
    if ((textIsShorter ? length : text.sequence.length) <= passage) return shared;
    const own = sequence.subarray(start, start + length);
    return textIsShorter ? this.#slide(text.sequence, own, passage) : this.#slide(own, text.sequence, passage);
  }

  #slide(shorter: Uint32Array, longer: Uint32Array, passage: number): number {
    const asked = this.#asked;
    const inside = this.#inside;
    const { rootWeights } = this.#documents;
    for (const root of shorter) asked[root] = 1;
    let now = 0;
    let best = 0;
    for (let i = 0; i < longer.length; i++) {
      const root = longer[i]!;
      if (asked[root] === 1 && inside[root]!++ === 0) now += rootWeights.of(root);
      if (i >= passage) {
        const left = longer[i - passage]!;
        if (asked[left] === 1 && --inside[left]! === 0) now -= rootWeights.of(left);
      }
      if (now > best) best = now;
    }
    for (const root of shorter) {
      asked[root] = 0;
      inside[root] = 0;
    }
    return best;
  }
}
