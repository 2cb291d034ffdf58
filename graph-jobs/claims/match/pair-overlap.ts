import { type ClaimDocuments, pairWeights } from './claim-documents.js';
import { startOf } from './packed-terms.js';
import type { TextTerms } from './text-terms.js';

/** Pairs of roots that a text and one document after another have in common. */
export class PairOverlap {
  readonly #documents: ClaimDocuments;
  readonly #weights: Float64Array;
  /** By code, whether the text has the pair. */
  readonly #ofText: Uint8Array;
  readonly #text: number[] = [];

  constructor(documents: ClaimDocuments) {
    this.#documents = documents;
    this.#weights = pairWeights(documents);
    this.#ofText = new Uint8Array(documents.pairCodes.length);
  }

  /** The text that documents are compared with from now on. */
  read({ pairs }: TextTerms): void {
    const [ofText, text] = [this.#ofText, this.#text];
    for (let i = 0; i < text.length; i++) ofText[text[i]!] = 0;
    text.length = 0;
    for (let i = 0; i < pairs.codes.length; i++) {
      const code = this.#documents.pairCodes.of(pairs.codes[i]!);
      if (code < 0) continue;
      ofText[code] = 1;
      text.push(code);
    }
  }

  /** The sum of the weights of the pairs that both have. */
  shared(document: number): number {
    if (this.#text.length === 0) return 0;
    const { codes, ends } = this.#documents.pairs;
    const end = ends[document]!;
    let sum = 0;
    for (let i = startOf(ends, document); i < end; i++) {
      const code = codes[i]!;
      if (this.#ofText[code] === 1) sum += this.#weights[code]!;
    }
    return sum;
  }
}
