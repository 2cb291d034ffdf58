import type { ByteStrings } from './byte-strings.js';
import type { BytesOfIds } from './sort-by-bytes.js';

const decoder = new TextDecoder();

/** Byte strings side by side, for reading only: string i is bytes[start[i], start[i + 1]). */
export class PackedBytes implements ByteStrings, BytesOfIds {
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
  const bytes = new Uint8Array(length);
  let i = 0;
  for (const code of codes()) {
    start[i + 1] = strings.copyTo(code, bytes, start[i]!);
    i += 1;
  }
  return new PackedBytes(bytes, start);
}
