import { zeroWords } from '#platform/free-memory.js';
import { ByteDictionary } from './byte-dictionary.js';
import { IdDictionary } from './id-dictionary.js';
import { DIGITS, LONG, LONGEST_TEXT, MOST_DIGITS, SYMBOL_OF_BYTE, TEXT } from './id-key.js';
import { markRepeats } from './mark-repeats.js';

const BAD_SYMBOL = 64;
const ZERO = 48;
const BILLION_DIGITS = 9;
/** Once more than needed, for half the scratch: memory is never higher than where all columns are there still. */
const TIMES_READ = 2;

/** A code for each row, 0 upwards without gaps, and what the codes stand for. */
export interface EncodedIds {
  readonly codes: Uint32Array;
  readonly ids: IdDictionary;
}

/**
 * The ids of one field as rows come in, each as a key of 64 bits: the codes of ids-seen-before are told at the end, for
 * all rows together, which costs less than to look each one up in a table larger than the processor's cache.
 */
export class IdColumn {
  #keys = new Uint32Array(1 << 12);
  #length = 0;
  readonly #long = new ByteDictionary();

  get length(): number {
    return this.#length;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (2 * rows <= this.#keys.length) return;
    const keys = zeroWords(2 * rows);
    keys.set(this.#keys);
    this.#keys = keys;
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    if (2 * this.#length === this.#keys.length) this.reserve(2 * this.#length);
    const size = end - start;
    const done =
      size <= LONGEST_TEXT
        ? this.#pushText(bytes, start, end)
        : size <= MOST_DIGITS && this.#pushDigits(bytes, start, end);
    if (!done) this.#put(this.#long.codeOf(bytes, start, end), LONG);
    this.#length += 1;
  }

  /** The rows' codes, by first appearance; the column is empty afterwards. */
  encoded(): EncodedIds {
    const codes = zeroWords(this.#length);
    const keys = this.marked(codes);
    let count = 0;
    for (let row = 0; row < codes.length; row++) {
      const low = keys[2 * row]!;
      const high = keys[2 * row + 1]!;
      if (high === 0) codes[row] = codes[low]!;
      else {
        keys[2 * count] = low;
        keys[2 * count + 1] = high;
        codes[row] = count++;
      }
    }
    return { codes, ids: new IdDictionary(keys.subarray(0, 2 * count), this.#long) };
  }

  /** The rows' keys, of rows that repeat one the first that has it, see markRepeats(); the column is empty afterwards. */
  marked(scratch = zeroWords(Math.ceil(this.#length / TIMES_READ))): Uint32Array {
    const keys = this.#keys.subarray(0, 2 * this.#length);
    markRepeats(keys, this.#length, scratch);
    this.#keys = new Uint32Array(0);
    this.#length = 0;
    return keys;
  }

  #put(low: number, high: number): void {
    this.#keys[2 * this.#length] = low;
    this.#keys[2 * this.#length + 1] = high;
  }

  #pushText(bytes: Uint8Array, start: number, end: number): boolean {
    const middle = Math.min(end, start + 5);
    let seen = 0;
    let high = 0;
    for (let i = start; i < middle; i++) {
      const symbol = SYMBOL_OF_BYTE[bytes[i]!]!;
      seen |= symbol;
      high = (high << 6) | symbol;
    }
    let low = 0;
    for (let i = middle; i < end; i++) {
      const symbol = SYMBOL_OF_BYTE[bytes[i]!]!;
      seen |= symbol;
      low = (low << 6) | symbol;
    }
    if (seen >= BAD_SYMBOL) return false;
    this.#put(low | ((end - start) << 24), high | TEXT);
    return true;
  }

  #pushDigits(bytes: Uint8Array, start: number, end: number): boolean {
    if (bytes[start] === ZERO) return false;
    const middle = end - BILLION_DIGITS;
    let upper = 0;
    for (let i = start; i < middle; i++) {
      const digit = bytes[i]! - ZERO;
      if (digit < 0 || digit > 9) return false;
      upper = upper * 10 + digit;
    }
    let lower = 0;
    for (let i = middle; i < end; i++) {
      const digit = bytes[i]! - ZERO;
      if (digit < 0 || digit > 9) return false;
      lower = lower * 10 + digit;
    }
    if (upper > 0xffffffff) return false;
    this.#put(upper, lower | DIGITS);
    return true;
  }
}
