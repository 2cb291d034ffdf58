import { MOST_TEXT } from '#domain/mention-columns.js';
import { isSimilar } from '../../detect/near-duplicates/jaccard.js';
import { normalizeText } from '../../detect/near-duplicates/normalize-text.js';
import { DEFAULT_TEXT_PARAMETERS, LEAST_SHINGLES, LEAST_WORDS } from '../../detect/near-duplicates/text-parameters.js';
import { mixed, TextTokens } from '../../detect/near-duplicates/text-tokens.js';

/** Documents that there can be: a shingle and a document make one number. */
const MOST_DOCUMENTS = 2 ** 20;

/**
 * Documents that a text is a near-duplicate of, as CO_TEXT defines it: the same normalisation, tokens, shingles and threshold. Claims
 * are few, so that all shingles of a text are looked up and counted: the similarity is exact and none is missed.
 */
export class NearDuplicateClaims {
  readonly #tokens = new TextTokens();
  /** Shingles with their documents, ascending. */
  readonly #entries: Float64Array;
  readonly #sizes: Uint32Array;
  readonly #words: Uint32Array;

  constructor(texts: Iterable<string>) {
    const read = Array.from(texts, (text) => this.#read(text));
    this.#sizes = Uint32Array.from(read, ({ shingles }) => shingles.size);
    this.#words = Uint32Array.from(read, ({ words }) => words);
    this.#entries = new Float64Array(this.#sizes.reduce((sum, size) => sum + size, 0));
    let at = 0;
    read.forEach(({ shingles }, document) => {
      for (const shingle of shingles) this.#entries[at++] = shingle * MOST_DOCUMENTS + document;
    });
    this.#entries.sort();
  }

  /** Similarity by document, of those that are as similar as CO_TEXT asks; one that is too short is a copy only of itself. */
  of(text: string): ReadonlyMap<number, number> {
    const { shingles, words } = this.#read(text);
    const shared = new Map<number, number>();
    if (words < LEAST_WORDS) return shared;
    for (const shingle of shingles) {
      const end = (shingle + 1) * MOST_DOCUMENTS;
      for (let at = this.#firstOf(shingle); at < this.#entries.length && this.#entries[at]! < end; at++) {
        const document = this.#entries[at]! % MOST_DOCUMENTS;
        shared.set(document, (shared.get(document) ?? 0) + 1);
      }
    }
    for (const [document, count] of shared) {
      const size = this.#sizes[document]!;
      const isSame = count === size && count === shingles.size && words === this.#words[document];
      const isShort = Math.min(size, shingles.size) < LEAST_SHINGLES;
      if (!isSame && (isShort || !isSimilar(count, shingles.size, size, DEFAULT_TEXT_PARAMETERS.similarity)))
        shared.delete(document);
      else shared.set(document, count / (shingles.size + size - count));
    }
    return shared;
  }

  #firstOf(shingle: number): number {
    const first = shingle * MOST_DOCUMENTS;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#entries[middle]! < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #read(text: string): { shingles: Set<number>; words: number } {
    const tokens = this.#tokens;
    tokens.read(normalizeText(text.slice(0, MOST_TEXT)));
    const shingles = new Set<number>();
    const different = new Set<number>();
    for (let i = 0; i < tokens.length; i++) {
      different.add(tokens.hashes[i]!);
      if (i > 0) shingles.add(mixed(Math.imul(tokens.hashes[i - 1]!, 31) + tokens.hashes[i]!));
    }
    return { shingles, words: different.size };
  }
}
