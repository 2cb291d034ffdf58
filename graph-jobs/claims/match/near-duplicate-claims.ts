import { MOST_TEXT } from '#domain/mention-columns.js';
import { isSimilar } from '../../detect/near-duplicates/jaccard.js';
import { normalizeText } from '../../detect/near-duplicates/normalize-text.js';
import { DEFAULT_TEXT_PARAMETERS, LEAST_SHINGLES, LEAST_WORDS } from '../../detect/near-duplicates/text-parameters.js';
import { mixed, TextTokens } from '../../detect/near-duplicates/text-tokens.js';
import { DistinctHashes } from './distinct-hashes.js';

/** Documents that there can be: a shingle and a document make one number. */
const MOST_DOCUMENTS = 2 ** 20;
/** Places of the filter for each shingle: about one in so many of the shingles that no document has passes it. */
const FILTER_PER_SHINGLE = 8;

/**
 * Documents that a text is a near-duplicate of, as CO_TEXT defines it: the same normalisation, tokens, shingles and threshold. Claims
 * are few, so that all shingles of a text are looked up and counted: the similarity is exact and none is missed.
 */
export class NearDuplicateClaims {
  readonly #tokens = new TextTokens();
  /** Of the text that was read last. */
  readonly #shingles = new DistinctHashes();
  readonly #different = new DistinctHashes();
  /** Shingles with their documents, ascending. */
  readonly #entries: Float64Array;
  readonly #sizes: Uint32Array;
  readonly #words: Uint32Array;
  /** By the last bits of a shingle, whether any document has one that ends so. */
  readonly #filter: Uint8Array;

  constructor(texts: Iterable<string>) {
    const read = Array.from(texts, (text) => {
      this.#read(text);
      return { shingles: this.#shingles.values.slice(0, this.#shingles.length), words: this.#different.length };
    });
    this.#sizes = Uint32Array.from(read, ({ shingles }) => shingles.length);
    this.#words = Uint32Array.from(read, ({ words }) => words);
    this.#entries = new Float64Array(this.#sizes.reduce((sum, size) => sum + size, 0));
    this.#filter = new Uint8Array(2 ** Math.ceil(Math.log2(FILTER_PER_SHINGLE * (this.#entries.length + 1))));
    let at = 0;
    read.forEach(({ shingles }, document) => {
      for (const shingle of shingles) {
        this.#entries[at++] = shingle * MOST_DOCUMENTS + document;
        this.#filter[shingle & (this.#filter.length - 1)] = 1;
      }
    });
    this.#entries.sort();
  }

  /** Similarity by document, of those that are as similar as CO_TEXT asks; one that is too short is a copy only of itself. */
  of(text: string): ReadonlyMap<number, number> {
    this.#read(text);
    const shared = new Map<number, number>();
    if (this.#different.length < LEAST_WORDS || !this.#maySuffice()) return shared;
    for (const shingle of this.#shingles.values.subarray(0, this.#shingles.length)) {
      const end = (shingle + 1) * MOST_DOCUMENTS;
      for (let at = this.#firstOf(shingle); at < this.#entries.length && this.#entries[at]! < end; at++) {
        const document = this.#entries[at]! % MOST_DOCUMENTS;
        shared.set(document, (shared.get(document) ?? 0) + 1);
      }
    }
    this.#keepSimilar(shared);
    return shared;
  }

  /** Whether so many of the shingles may be in documents as the threshold asks for; few texts are looked up one by one. */
  #maySuffice(): boolean {
    const [{ values, length }, filter] = [this.#shingles, this.#filter];
    let passing = 0;
    for (let i = 0; i < length; i++) passing += filter[values[i]! & (filter.length - 1)]!;
    // With a document of the passing ones alone: no other has more in common.
    return isSimilar(passing, length, passing, DEFAULT_TEXT_PARAMETERS.similarity);
  }

  #keepSimilar(shared: Map<number, number>): void {
    const shingles = this.#shingles.length;
    for (const [document, count] of shared) {
      const size = this.#sizes[document]!;
      const isSame = count === size && count === shingles && this.#different.length === this.#words[document];
      const isShort = Math.min(size, shingles) < LEAST_SHINGLES;
      if (!isSame && (isShort || !isSimilar(count, shingles, size, DEFAULT_TEXT_PARAMETERS.similarity)))
        shared.delete(document);
      else shared.set(document, count / (shingles + size - count));
    }
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

  #read(text: string): void {
    const [tokens, shingles, different] = [this.#tokens, this.#shingles, this.#different];
    tokens.read(normalizeText(text.slice(0, MOST_TEXT)));
    const { hashes, length } = tokens;
    shingles.begin(length);
    different.begin(length);
    for (let i = 0; i < length; i++) {
      different.add(hashes[i]!);
      if (i > 0) shingles.add(mixed(Math.imul(hashes[i - 1]!, 31) + hashes[i]!));
    }
  }
}
