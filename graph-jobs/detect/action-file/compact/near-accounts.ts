import { zeroWords } from '#platform/free-memory.js';
import type { IdDictionary } from '../../../csv-file/id-dictionary.js';
import { LOW } from '../../../csv-file/packed-pairs.js';
import { REPEATED, ROW } from '../../pair-columns.js';
import type { NearActions } from './near-actions.js';

const WORD_BITS = 5;
const BIT = 31;

/** The accounts of the actions, by codes of their own; puts these in place of those of `accounts`. */
export function nearAccounts({ packed, accountOfRepeated }: NearActions, accounts: IdDictionary): IdDictionary {
  const marks = new Marks(accounts.length);
  const codeOf = (own: number) => (own < REPEATED ? own : accountOfRepeated[own - REPEATED]!);
  for (let at = 0; at < packed.length; at += ROW) marks.add(codeOf(packed[at]!));
  const count = marks.count();
  for (let at = 0; at < packed.length; at += ROW) {
    if (packed[at]! < REPEATED) packed[at] = marks.placeOf(packed[at]!);
  }
  for (let i = 0; i < accountOfRepeated.length; i++) {
    const code = accountOfRepeated[i]!;
    accountOfRepeated[i] = marks.has(code) ? marks.placeOf(code) : 0;
  }
  const words = zeroWords(2 * count);
  for (let code = 0, i = 0; code < accounts.length; code++) if (marks.has(code)) words[2 * i++ + LOW] = code;
  return accounts.picked(words, LOW);
}

/** Marked codes, and the place of each among them, in a quarter of a byte a code. */
class Marks {
  readonly #bits: Uint32Array;
  /** Marks before each word of bits. */
  readonly #before: Uint32Array;

  constructor(codes: number) {
    this.#bits = new Uint32Array((codes >>> WORD_BITS) + 1);
    this.#before = new Uint32Array(this.#bits.length);
  }

  add(code: number): void {
    this.#bits[code >>> WORD_BITS]! |= 1 << (code & BIT);
  }

  has(code: number): boolean {
    return (this.#bits[code >>> WORD_BITS]! & (1 << (code & BIT))) !== 0;
  }

  /** Of all; to be called once, after the last one was added and before placeOf(). */
  count(): number {
    let count = 0;
    for (let word = 0; word < this.#bits.length; word++) {
      this.#before[word] = count;
      count += bitsIn(this.#bits[word]!);
    }
    return count;
  }

  placeOf(code: number): number {
    const word = code >>> WORD_BITS;
    return this.#before[word]! + bitsIn(this.#bits[word]! & ((1 << (code & BIT)) - 1));
  }
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
