import type { ByteDictionary } from './byte-dictionary.js';
import type { ByteStrings } from './byte-strings.js';
import { BYTE_OF_SYMBOL, DIGITS, KIND, LONG, MOST_DIGITS } from './id-key.js';

const decoder = new TextDecoder();
const ZERO = 48;
const BELOW_KIND = 0x3fffffff;

/** Ids by code, held as keys (see id-key.ts): 8 bytes each. */
export class IdDictionary implements ByteStrings {
  readonly #keys: Uint32Array;
  readonly #long: ByteDictionary;

  constructor(keys: Uint32Array, long: ByteDictionary) {
    this.#keys = keys;
    this.#long = long;
  }

  get length(): number {
    return this.#keys.length >> 1;
  }

  at(code: number): string {
    if (code < 0 || code >= this.length) throw new RangeError(`code ${code} of a dictionary of ${this.length}`);
    const bytes = new Uint8Array(this.byteLength(code));
    this.copyTo(code, bytes, 0);
    return decoder.decode(bytes);
  }

  byteLength(code: number): number {
    const low = this.#keys[2 * code]!;
    const kind = this.#keys[2 * code + 1]! & KIND;
    if (kind === LONG) return this.#long.byteLength(low);
    if (kind !== DIGITS) return low >>> 24;
    let digits = 10;
    for (let most = 10; most <= low && digits < MOST_DIGITS; most *= 10) digits += 1;
    return digits;
  }

  copyTo(code: number, target: Uint8Array, at: number): number {
    const low = this.#keys[2 * code]!;
    const high = this.#keys[2 * code + 1]!;
    const kind = high & KIND;
    const end = at + this.byteLength(code);
    if (kind === LONG) this.#long.copyTo(low, target, at);
    else if (kind === DIGITS) {
      digitsInto(target, end - 9, end, high & BELOW_KIND);
      digitsInto(target, at, end - 9, low);
    } else {
      const middle = Math.min(end, at + 5);
      symbolsInto(target, at, middle, high);
      symbolsInto(target, middle, end, low);
    }
    return end;
  }
}

function digitsInto(target: Uint8Array, start: number, end: number, number: number): void {
  let left = number;
  for (let i = end - 1; i >= start; i--) {
    const next = Math.floor(left / 10);
    target[i] = ZERO + left - next * 10;
    left = next;
  }
}

function symbolsInto(target: Uint8Array, start: number, end: number, symbols: number): void {
  let left = symbols;
  for (let i = end - 1; i >= start; i--) {
    target[i] = BYTE_OF_SYMBOL[left & 63]!;
    left >>>= 6;
  }
}
