import { zeroWords } from '#platform/free-memory.js';
import type { ByteStrings } from './byte-strings.js';

const decoder = new TextDecoder();
const EMPTY = 0xffffffff;
const MOST_BYTES = 0xffffffff;

/**
 * Gives each distinct byte string a code, 0 upwards in order of first appearance. Open addressing over the hash of the
 * bytes, and one buffer for all strings: no JavaScript string is made for a row, and a value costs its bytes
 * and 16 to 32 more. Holds 4 GiB of distinct bytes.
 */
export class ByteDictionary implements ByteStrings {
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #hashes = new Uint32Array(1 << 10);
  #slots = new Uint32Array(1 << 12).fill(EMPTY);
  #length = 0;
  #last = 0;

  get length(): number {
    return this.#length;
  }

  /** The code of bytes[start, end); a new one if they were not seen before. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    // Files often come sorted by object: the same value many times in a row.
    if (this.#length > 0 && this.#equals(this.#last, bytes, start, end)) return this.#last;
    this.#last = this.#find(bytes, start, end);
    return this.#last;
  }

  #find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot]!;
      if (code === EMPTY) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  at(code: number): string {
    return decoder.decode(this.bytesOf(code));
  }

  /** A view, valid until the next codeOf. */
  bytesOf(code: number): Uint8Array {
    if (code < 0 || code >= this.#length) throw new RangeError(`code ${code} of a dictionary of ${this.#length}`);
    return this.#bytes.subarray(this.#start(code), this.#ends[code]!);
  }

  byteLength(code: number): number {
    return this.#ends[code]! - this.#start(code);
  }

  copyTo(code: number, target: Uint8Array, at: number): number {
    const bytes = this.#bytes;
    const end = this.#ends[code]!;
    let to = at;
    for (let i = this.#start(code); i < end; i++, to++) target[to] = bytes[i]!;
    return to;
  }

  /** Four bytes from `from` on, the first one highest; 0 for bytes beyond the end. */
  fourBytes(code: number, from: number): number {
    const end = this.#ends[code]!;
    let word = 0;
    for (let i = this.#start(code) + from, last = i + 4; i < last; i++)
      word = (word << 8) | (i < end ? this.#bytes[i]! : 0);
    return word >>> 0;
  }

  #start(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1]!;
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    let own = this.#start(code);
    if (this.#ends[code]! - own !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#bytes[own++] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#length;
    const from = code === 0 ? 0 : this.#ends[code - 1]!;
    const to = from + end - start;
    if (to > MOST_BYTES) throw new RangeError('more than 4 GiB of distinct ids');
    if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, Math.max(to, this.#bytes.length * 2));
    if (code === this.#ends.length) this.#growColumns();
    for (let i = start, own = from; i < end; i++) this.#bytes[own++] = bytes[i]!;
    this.#ends[code] = to;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    this.#length = code + 1;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #growColumns(): void {
    const ends = zeroWords(this.#length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
    const hashes = zeroWords(this.#length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const slots = zeroWords(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#length; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the bytes with the finisher of MurmurHash3, so that the low bits, which choose the slot, mix well. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function grown(from: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(zeroWords(Math.ceil(length / 4)).buffer, 0, length);
  to.set(from);
  return to;
}
