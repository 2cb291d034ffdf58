import { NO_ROW } from '#domain/mention-columns.js';
import { isSimilar, leastShared, prefixLength } from './jaccard.js';
import { FIRST_SHARED } from './rare-first.js';
import type { TextShingles } from './text-shingles.js';

/**
 * Finds the sources that a text may be a copy of, and misses none: an inverted list for each shingle among the first of
 * any text (AllPairs, Bayardo et al. 2007). Room for all texts is made at once, so that the lists lie whole in memory.
 */
export class SourceIndex {
  readonly #texts: TextShingles;
  readonly #least: number;
  readonly #mask: number;
  readonly #listStart: Uint32Array;
  readonly #listEnd: Uint32Array;
  readonly #shingle: Uint32Array;
  readonly #source: Uint32Array;
  readonly #asked: Uint32Array;
  #question = 0;
  /** Entries read so far: how much work was done. */
  read = 0;

  constructor(texts: TextShingles, least: number) {
    this.#texts = texts;
    this.#least = least;
    const entries = this.#countEntries(() => undefined);
    let lists = 1 << 10;
    while (lists < entries) lists *= 2;
    this.#mask = lists - 1;
    this.#listStart = new Uint32Array(lists + 1);
    this.#countEntries((list) => {
      this.#listStart[list + 1]!++;
    });
    for (let list = 0; list < lists; list++) this.#listStart[list + 1]! += this.#listStart[list]!;
    this.#listEnd = this.#listStart.slice(0, lists);
    this.#shingle = new Uint32Array(entries);
    this.#source = new Uint32Array(entries);
    this.#asked = new Uint32Array(texts.ends.length);
  }

  /** A text is added at most once. */
  add(text: number): void {
    const { shingles } = this.#texts;
    for (let i = this.#firstShared(text), end = this.#prefixEnd(text); i < end; i++) {
      const at = this.#listEnd[shingles[i]! & this.#mask]!++;
      this.#shingle[at] = shingles[i]!;
      this.#source[at] = text;
    }
  }

  /**
   * The added text that is most similar, and at least as similar as asked for; the one that `rank` puts first where two
   * are equally so. NO_ROW where there is none. Texts of which `rank` is NO_ROW are passed over.
   */
  mostSimilar(text: number, rank: (source: number) => number): number {
    const { shingles } = this.#texts;
    const size = this.#size(text);
    this.#question += 1;
    let best = NO_ROW;
    let bestRank = NO_ROW;
    let bestShared = 0;
    let bestUnion = 1;
    for (let i = this.#firstShared(text), end = this.#prefixEnd(text); i < end; i++) {
      const shingle = shingles[i]!;
      const list = shingle & this.#mask;
      for (let at = this.#listStart[list]!, last = this.#listEnd[list]!; at < last; at++) {
        if (this.#shingle[at] !== shingle) continue;
        const source = this.#source[at]!;
        if (this.#asked[source] === this.#question) continue;
        this.#asked[source] = this.#question;
        const sourceSize = this.#size(source);
        if (!isSimilar(Math.min(size, sourceSize), size, sourceSize, this.#least)) continue;
        const sourceRank = rank(source);
        if (sourceRank === NO_ROW) continue;
        const shared = this.#shared(text, source, leastShared(size, sourceSize, this.#least));
        if (shared < 0) continue;
        const union = size + sourceSize - shared;
        const better = shared * bestUnion - bestShared * union;
        if (better < 0 || (better === 0 && sourceRank > bestRank)) continue;
        best = source;
        bestRank = sourceRank;
        bestShared = shared;
        bestUnion = union;
      }
      this.read += this.#listEnd[list]! - this.#listStart[list]!;
    }
    return best;
  }

  #size(text: number): number {
    return this.#texts.ends[text]! - this.#start(text);
  }

  #start(text: number): number {
    return text === 0 ? 0 : this.#texts.ends[text - 1]!;
  }

  #prefixEnd(text: number): number {
    const size = this.#size(text);
    return size === 0 ? this.#start(text) : this.#start(text) + prefixLength(size, this.#least);
  }

  /** Shingles that no other text has are the first ones, and find nothing. */
  #firstShared(text: number): number {
    const { shingles, ends } = this.#texts;
    let i = this.#start(text);
    while (i < ends[text]! && shingles[i]! < FIRST_SHARED) i += 1;
    return i;
  }

  /** How many shingles the two have in common, -1 as soon as it is clear that they are fewer than `least`. */
  #shared(text: number, source: number, least: number): number {
    const { shingles, ends } = this.#texts;
    let i = this.#start(text);
    let j = this.#start(source);
    const end = ends[text]!;
    const sourceEnd = ends[source]!;
    // How many more of each may be passed over.
    let spare = end - i - least;
    let sourceSpare = sourceEnd - j - least;
    let shared = 0;
    while (i < end && j < sourceEnd) {
      const one = shingles[i]!;
      const other = shingles[j]!;
      if (one === other) {
        shared += 1;
        i += 1;
        j += 1;
      } else if (one < other) {
        i += 1;
        if (--spare < 0) return -1;
      } else {
        j += 1;
        if (--sourceSpare < 0) return -1;
      }
    }
    return shared;
  }

  #countEntries(each: (list: number) => void): number {
    const { shingles, ends } = this.#texts;
    let entries = 0;
    for (let text = 0; text < ends.length; text++) {
      for (let i = this.#firstShared(text), end = this.#prefixEnd(text); i < end; i++) {
        entries += 1;
        each(shingles[i]! & this.#mask);
      }
    }
    return entries;
  }
}
