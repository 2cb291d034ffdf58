import type { ByteStrings } from './byte-strings.js';
import { BYTE_OF_SYMBOL, DIGITS, KIND, LONG, MOST_DIGITS } from './id-key.js';
import { packedBytes } from './packed-bytes.js';
import type { BytesOfIds } from './sort-by-bytes.js';

const decoder = new TextDecoder();
const ZERO = 48;
const BELOW_KIND = 0x3fffffff;
const THOUSAND = 1000;
/** The three digits of every number below a thousand. */
const THREE_DIGITS = Uint8Array.from({ length: 3 * THOUSAND }, (_, i) =>
  String(Math.floor(i / 3))
    .padStart(3, '0')
    .charCodeAt(i % 3),
);

type LongIds = ByteStrings & BytesOfIds;

/** Ids by code, held as keys (see id-key.ts): 8 bytes each. */
export class IdDictionary implements ByteStrings, BytesOfIds {
  readonly #keys: Uint32Array;
  readonly #long: LongIds;
  /** The last id that was looked at in parts. */
  readonly #bytes = new Uint8Array(MOST_DIGITS + 4);
  #code = -1;

  constructor(keys: Uint32Array, long: LongIds) {
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
      const last = high & BELOW_KIND;
      const thousands = Math.floor(last / THOUSAND);
      const millions = Math.floor(thousands / THOUSAND);
      digitsInto(target, at, end - 9, low);
      threeDigitsInto(target, end - 9, millions);
      threeDigitsInto(target, end - 6, thousands - millions * THOUSAND);
      threeDigitsInto(target, end - 3, last - thousands * THOUSAND);
    } else {
      const middle = Math.min(end, at + 5);
      symbolsInto(target, at, middle, high);
      symbolsInto(target, middle, end, low);
    }
    return end;
  }

  /** Whether the bytes are only letters, digits and signs that have no meaning in a CSV. */
  isPlain(code: number): boolean {
    return (this.#keys[2 * code + 1]! & KIND) !== LONG;
  }

  fourBytes(code: number, from: number): number {
    if (!this.isPlain(code)) return this.#long.fourBytes(this.#keys[2 * code]!, from);
    const bytes = this.#bytes;
    if (code !== this.#code) {
      bytes.fill(0, this.copyTo(code, bytes, 0));
      this.#code = code;
    }
    return ((bytes[from]! << 24) | (bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!) >>> 0;
  }

  /**
   * The ids whose codes are every second word of `words`, the first at `offset`, by codes of their own in that order. Puts
   * their keys in place of these words, and holds them.
   */
  picked(words: Uint32Array, offset: number): IdDictionary {
    for (let i = 0; i < words.length; i += 2) {
      const code = words[i + offset]!;
      words[i] = this.#keys[2 * code]!;
      words[i + 1] = this.#keys[2 * code + 1]!;
    }
    return new IdDictionary(words, this.#long);
  }

  /** Holds none of the long ids of others any more, and its own in the order of codes. */
  packed(): IdDictionary {
    const keys = this.#keys;
    const long = packedBytes(this.#long, function* () {
      for (let i = 0; i < keys.length; i += 2) if ((keys[i + 1]! & KIND) === LONG) yield keys[i]!;
    });
    let count = 0;
    for (let i = 0; i < keys.length; i += 2) if ((keys[i + 1]! & KIND) === LONG) keys[i] = count++;
    return new IdDictionary(keys, long);
  }
}

function threeDigitsInto(target: Uint8Array, at: number, number: number): void {
  target[at] = THREE_DIGITS[3 * number]!;
  target[at + 1] = THREE_DIGITS[3 * number + 1]!;
  target[at + 2] = THREE_DIGITS[3 * number + 2]!;
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
