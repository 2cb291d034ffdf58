import type { ByteStrings } from './byte-strings.js';
import { packedBytes } from './packed-bytes.js';
import { LOW } from './packed-pairs.js';
import { RankedIds } from './ranked-ids.js';
import { sortByBytes } from './sort-by-bytes.js';

/** The rank of codes without a mark. */
const NO_RANK = 0xffffffff;

/**
 * The ids in the order of their bytes, of the marked codes alone where marks are given, and the rank of every code in it; of
 * ids that are alike, the lower code first.
 */
export function rankByBytes(dictionary: ByteStrings, marked?: Uint8Array): { rank: Uint32Array; ids: RankedIds } {
  const codes = codesOf(dictionary, marked);
  const packed = packedBytes(dictionary, () => codes);
  const numbers = new BigUint64Array(codes.length);
  const words = new Uint32Array(numbers.buffer);
  for (let i = 0; i < codes.length; i++) words[2 * i + LOW] = i;
  sortByBytes(packed, numbers);
  const rank = new Uint32Array(dictionary.length).fill(NO_RANK);
  const positions = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    positions[i] = words[2 * i + LOW]!;
    rank[codes[positions[i]!]!] = i;
  }
  return { rank, ids: new RankedIds(packed.bytes, packed.start, positions) };
}

function codesOf({ length }: ByteStrings, marked: Uint8Array | undefined): Uint32Array {
  const codes = new Uint32Array(length);
  let count = 0;
  for (let code = 0; code < length; code++) if (marked?.[code] !== 0) codes[count++] = code;
  return codes.subarray(0, count);
}
