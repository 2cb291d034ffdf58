import type { ByteStrings } from './byte-strings.js';
import { BYTE_OF_SYMBOL, DIGITS, KIND, LONG, MOST_DIGITS } from './id-key.js';
import { type PackedBytes, packedBytes } from './packed-bytes.js';
import type { BytesOfIds } from './sort-by-bytes.js';

const decoder = new TextDecoder();
const ZERO = 48;
const BELOW_KIND = 0x3fffffff;
const TEN_THOUSAND = 10_000;
/** The bytes of the four digits of every number below ten thousand, the first one lowest. */
const FOUR_DIGITS = new Uint32Array(TEN_THOUSAND);
for (let number = 0; number < TEN_THOUSAND; number++) {
  for (let place = 24, left = number; place >= 0; place -= 8, left = (left / 10) | 0)
    FOUR_DIGITS[number]! |= (ZERO + (left % 10)) << place;
}

type LongIds = ByteStrings & BytesOfIds & Partial<Pick<PackedBytes, 'copyPlain'>>;

/** Ids by code, held as keys (see id-key.ts): 8 bytes each. */
export class IdDictionary implements ByteStrings, BytesOfIds {
  readonly #keys: Uint32Array;
  readonly #long: LongIds;
  /** The last id that was looked at in parts. */
  readonly #bytes = new Uint8Array(MOST_DIGITS + 4);
  readonly #view = new DataView(this.#bytes.buffer);
  #code = -1;
  #end = 0;

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
    if (this.#isLong(code)) return this.#long.copyTo(this.#keys[2 * code]!, target, at);
    this.#look(code);
    for (let i = 0; i < this.#end; i++) target[at + i] = this.#bytes[i]!;
    return at + this.#end;
  }

  /**
   * copyTo(), of up to three bytes more, of an id without signs that have a meaning in a CSV, some tens of bytes at most; -1
   * where that is not known of it.
   */
  copyPlain(code: number, target: DataView, at: number): number {
    const low = this.#keys[2 * code]!;
    const high = this.#keys[2 * code + 1]!;
    const kind = high & KIND;
    if (kind === LONG) return this.#long.copyPlain?.(low, target, at) ?? -1;
    if (kind === DIGITS) return nineDigitsInto(target, digitsInto(target, at, low), high & BELOW_KIND);
    const end = at + (low >>> 24);
    const middle = Math.min(end, at + 5);
    symbolsInto(target, at, middle, high);
    symbolsInto(target, middle, end, low);
    return end;
  }

  fourBytes(code: number, from: number): number {
    if (this.#isLong(code)) return this.#long.fourBytes(this.#keys[2 * code]!, from);
    this.#look(code);
    const bytes = this.#bytes;
    return ((bytes[from]! << 24) | (bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!) >>> 0;
  }

  #isLong(code: number): boolean {
    return (this.#keys[2 * code + 1]! & KIND) === LONG;
  }

  #look(code: number): void {
    if (code === this.#code) return;
    this.#end = this.copyPlain(code, this.#view, 0);
    this.#bytes.fill(0, this.#end);
    this.#code = code;
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

/** A number without zeros before it; gives where it ends. */
function digitsInto(target: DataView, at: number, number: number): number {
  let end = at + 1;
  for (let most = 10; most <= number; most *= 10) end += 1;
  let left = number;
  for (let i = end - 1; i >= at; i--) {
    const next = Math.floor(left / 10);
    target.setUint8(i, ZERO + left - next * 10);
    left = next;
  }
  return end;
}

/** All nine digits of a number; gives where they end. */
function nineDigitsInto(target: DataView, at: number, number: number): number {
  const upper = (number / TEN_THOUSAND) | 0;
  const first = (upper / TEN_THOUSAND) | 0;
  target.setUint8(at, ZERO + first);
  target.setUint32(at + 1, FOUR_DIGITS[upper - first * TEN_THOUSAND]!, true);
  target.setUint32(at + 5, FOUR_DIGITS[number - upper * TEN_THOUSAND]!, true);
  return at + 9;
}

function symbolsInto(target: DataView, start: number, end: number, symbols: number): void {
  let left = symbols;
  for (let i = end - 1; i >= start; i--) {
    target.setUint8(i, BYTE_OF_SYMBOL[left & 63]!);
    left >>>= 6;
  }
}
