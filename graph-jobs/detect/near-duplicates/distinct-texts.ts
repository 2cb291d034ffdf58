import { MOST_TEXT, NO_ROW } from '#domain/mention-columns.js';
import { normalizeText } from './normalize-text.js';
import { rareFirst } from './rare-first.js';
import { sortRange } from './sort-range.js';
import { LEAST_SHINGLES, LEAST_WORDS, SHINGLE_TOKENS } from './text-parameters.js';
import type { TextShingles } from './text-shingles.js';
import { mixed, TextTokens } from './text-tokens.js';

const SECOND_HASH = 0x9e3779b9;

/**
 * The different texts after normalisation, a code for each in order of first appearance, with their shingles. A text that
 * is posted a million times is here once. Two texts are the same when 64 bits of hash over their tokens are.
 */
export class DistinctTexts {
  readonly #tokens = new TextTokens();
  #slots = new Uint32Array(1 << 12).fill(NO_ROW);
  #hash = new Uint32Array(1 << 10);
  #otherHash = new Uint32Array(1 << 10);
  #ends = new Float64Array(1 << 10);
  #shingles = new Uint32Array(1 << 14);
  #scratch = new Uint32Array(1 << 10);
  #length = 0;
  #finished: TextShingles | null = null;

  get length(): number {
    return this.#length;
  }

  /** The code of the text, NO_ROW for one that is too short to be an object. */
  codeOf(text: string): number {
    const tokens = this.#tokens;
    tokens.read(normalizeText(text.slice(0, MOST_TEXT)));
    if (tokens.length < LEAST_WORDS) return NO_ROW;
    const { hashes, length } = tokens;
    let hash = length;
    let other = SECOND_HASH;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ hashes[i]!, 0x01000193) + (hash >>> 15);
      other = (Math.imul(other, 31) + mixed(hashes[i]! ^ SECOND_HASH)) | 0;
    }
    return this.#find(mixed(hash), mixed(other));
  }

  /** By content alone: below zero, zero or above, whatever order the texts came in. */
  compare(one: number, other: number): number {
    return this.#hash[one]! - this.#hash[other]! || this.#otherHash[one]! - this.#otherHash[other]!;
  }

  /** The shingles of all texts, in the order in which they are compared. No text can be added from here on. */
  shingles(): TextShingles {
    if (this.#finished === null) {
      const ends = this.#ends.subarray(0, this.#length);
      const shingles = this.#shingles.subarray(0, ends.at(-1) ?? 0);
      rareFirst(shingles, ends);
      this.#finished = { shingles, ends };
    }
    return this.#finished;
  }

  #find(hash: number, other: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot]!;
      if (code === NO_ROW) break;
      if (this.#hash[code] === hash && this.#otherHash[code] === other) return code;
      slot = (slot + 1) & mask;
    }
    const words = this.#asWords(this.#sorted(1));
    return words < LEAST_WORDS ? NO_ROW : this.#add(hash, other, slot);
  }

  /** Characters of scripts without spaces count half: a word there has two of them, more often than not. */
  #asWords(count: number): number {
    return count * (1 - this.#tokens.characters / this.#tokens.length / 2);
  }

  #add(hash: number, other: number, slot: number): number {
    if (this.#finished !== null) throw new Error('a text came after the shingles were asked for');
    const code = this.#length;
    if (code === this.#ends.length) this.#growColumns();
    const count = this.#sorted(SHINGLE_TOKENS);
    const start = code === 0 ? 0 : this.#ends[code - 1]!;
    const end = this.#asWords(count) < LEAST_SHINGLES ? start : start + count;
    if (end > this.#shingles.length) {
      const larger = new Uint32Array(Math.max(end, Math.ceil(this.#shingles.length * 1.5)));
      larger.set(this.#shingles);
      this.#shingles = larger;
    }
    for (let i = start; i < end; i++) this.#shingles[i] = this.#scratch[i - start]!;
    this.#ends[code] = end;
    this.#hash[code] = hash;
    this.#otherHash[code] = other;
    this.#slots[slot] = code;
    this.#length = code + 1;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  /** Leaves the different runs of `size` tokens in #scratch, sorted, and gives their number. */
  #sorted(size: number): number {
    const { hashes: tokens, length } = this.#tokens;
    const runs = length - size + 1;
    if (runs > this.#scratch.length) this.#scratch = new Uint32Array(runs * 2);
    const scratch = this.#scratch;
    for (let i = 0; i < runs; i++) {
      let hash = tokens[i]!;
      for (let j = 1; j < size; j++) hash = mixed(Math.imul(hash, 31) + tokens[i + j]!);
      scratch[i] = hash;
    }
    sortRange(scratch, 0, runs);
    let distinct = 0;
    for (let i = 0; i < runs; i++) if (i === 0 || scratch[i] !== scratch[i - 1]) scratch[distinct++] = scratch[i]!;
    return distinct;
  }

  #growColumns(): void {
    const length = this.#length * 2;
    const grown = <T extends Uint32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#ends = grown(this.#ends, new Float64Array(length));
    this.#hash = grown(this.#hash, new Uint32Array(length));
    this.#otherHash = grown(this.#otherHash, new Uint32Array(length));
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2).fill(NO_ROW);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#length; code++) {
      let slot = this.#hash[code]! & mask;
      while (slots[slot] !== NO_ROW) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}
