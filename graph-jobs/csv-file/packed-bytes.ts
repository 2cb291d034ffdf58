import type { ByteStrings } from './byte-strings.js';
import type { BytesOfIds } from './sort-by-bytes.js';
import { hasSpecial } from './special-bytes.js';

const decoder = new TextDecoder();
/** Longer ones are copied byte by byte. */
const LONGEST_PLAIN = 64;
/** Read beyond the last string where it is copied four bytes at a time. */
const SPARE = 3;

/** Byte strings side by side, for reading only: string i is bytes[start[i], start[i + 1]). */
export class PackedBytes implements ByteStrings, BytesOfIds {
  #view: DataView | null = null;
  #allPlain = false;

  constructor(
    readonly bytes: Uint8Array,
    readonly start: Uint32Array,
  ) {}

  get length(): number {
    return this.start.length - 1;
  }

  at(code: number): string {
    return decoder.decode(this.bytes.subarray(this.start[code], this.start[code + 1]));
  }

  byteLength(code: number): number {
    return this.start[code + 1]! - this.start[code]!;
  }

  copyTo(code: number, target: Uint8Array, at: number): number {
    const { bytes, start } = this;
    const end = start[code + 1]!;
    let to = at;
    for (let i = start[code]!; i < end; i++, to++) target[to] = bytes[i]!;
    return to;
  }

  /**
   * copyTo(), of up to three bytes more, where none of all strings has a byte with a meaning in a CSV; -1 where one has, or
   * this one is long.
   */
  copyPlain(code: number, target: DataView, at: number): number {
    const view = this.#view ?? this.#look();
    const from = this.start[code]!;
    const length = this.start[code + 1]! - from;
    if (!this.#allPlain || length > LONGEST_PLAIN) return -1;
    for (let i = 0; i < length; i += 4) target.setUint32(at + i, view.getUint32(from + i));
    return at + length;
  }

  #look(): DataView {
    const { buffer, byteOffset, length } = this.bytes;
    this.#view = new DataView(buffer, byteOffset);
    this.#allPlain = this.#view.byteLength >= length + SPARE && !hasSpecial(this.bytes, 0, length);
    return this.#view;
  }

  fourBytes(code: number, from: number): number {
    const { bytes, start } = this;
    const end = start[code + 1]!;
    let word = 0;
    for (let i = start[code]! + from, last = i + 4; i < last; i++) word = (word << 8) | (i < end ? bytes[i]! : 0);
    return word >>> 0;
  }
}

/** Those with the codes that `codes` gives, in its order. */
export function packedBytes(strings: ByteStrings, codes: () => Iterable<number>): PackedBytes {
  let count = 0;
  let length = 0;
  for (const code of codes()) {
    count += 1;
    length += strings.byteLength(code);
  }
  const start = new Uint32Array(count + 1);
  const bytes = new Uint8Array(new ArrayBuffer(length + SPARE), 0, length);
  let i = 0;
  for (const code of codes()) {
    start[i + 1] = strings.copyTo(code, bytes, start[i]!);
    i += 1;
  }
  return new PackedBytes(bytes, start);
}
