import { zeroWords } from '#platform/free-memory.js';
import type { IdDictionary } from './id-dictionary.js';
import { LOW } from './packed-pairs.js';
import { sortByBytes } from './sort-by-bytes.js';

/** The rank of codes without a mark. */
export const NO_RANK = 0xffffffff;

/** The marked ids in the order of their bytes, which for UTF-8 is that of code points, and the rank of every code in it. */
export function rankIds(dictionary: IdDictionary, marked: Uint8Array): { rank: Uint32Array; ids: IdDictionary } {
  let count = 0;
  for (let code = 0; code < marked.length; code++) count += marked[code]!;
  const words = zeroWords(2 * count);
  for (let code = 0, i = 0; code < marked.length; code++) if (marked[code] === 1) words[2 * i++ + LOW] = code;
  sortByBytes(dictionary, new BigUint64Array(words.buffer, 0, count));
  const rank = zeroWords(dictionary.length).fill(NO_RANK);
  for (let i = 0; i < count; i++) rank[words[2 * i + LOW]!] = i;
  return { rank, ids: dictionary.picked(words, LOW) };
}
