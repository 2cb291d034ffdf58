import type { ByteStrings } from './byte-strings.js';
import { packedBytes } from './packed-bytes.js';
import { LOW } from './packed-pairs.js';
import { RankedIds } from './ranked-ids.js';
import { sortByBytes } from './sort-by-bytes.js';

/** The ids in the order of their bytes, and the rank of every code in it; of ids that are alike, the lower code first. */
export function rankByBytes(dictionary: ByteStrings): { rank: Uint32Array; ids: RankedIds } {
  const { length } = dictionary;
  const packed = packedBytes(dictionary, () => Array(length).keys());
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
