import type { ByteStrings } from './byte-strings.js';
import { LOW } from './packed-pairs.js';
import { RankedIds } from './ranked-ids.js';
import { sortByBytes } from './sort-by-bytes.js';

/** The ids in the order of their bytes, and the rank of every code in it; of ids that are alike, the lower code first. */
export function rankByBytes(dictionary: ByteStrings): { rank: Uint32Array; ids: RankedIds } {
  const { length } = dictionary;
  const packed = packedIds(dictionary);
  const numbers = new BigUint64Array(length);
  const words = new Uint32Array(numbers.buffer);
  for (let i = 0; i < length; i++) words[2 * i + LOW] = i;
  sortByBytes(packed, numbers);
  const rank = new Uint32Array(length);
  const positions = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    positions[i] = words[2 * i + LOW]!;
    rank[positions[i]!] = i;
  }
  return { rank, ids: new RankedIds(packed.bytes, packed.start, positions) };
}

/** Side by side, so that sorting reads bytes where they lie. */
class PackedIds {
  constructor(
    readonly bytes: Uint8Array,
    readonly start: Uint32Array,
  ) {}

  byteLength(position: number): number {
    return this.start[position + 1]! - this.start[position]!;
  }

  fourBytes(position: number, from: number): number {
    const { bytes, start } = this;
    const end = start[position + 1]!;
    let word = 0;
    for (let i = start[position]! + from, last = i + 4; i < last; i++) word = (word << 8) | (i < end ? bytes[i]! : 0);
    return word >>> 0;
  }
}

function packedIds(dictionary: ByteStrings): PackedIds {
  const { length } = dictionary;
  const start = new Uint32Array(length + 1);
  for (let code = 0; code < length; code++) start[code + 1] = start[code]! + dictionary.byteLength(code);
  const bytes = new Uint8Array(start[length]!);
  for (let code = 0; code < length; code++) dictionary.copyTo(code, bytes, start[code]!);
  return new PackedIds(bytes, start);
}
