import { zeroWords } from '#platform/free-memory.js';
import type { IdDictionary } from './id-dictionary.js';
import { LOW } from './packed-pairs.js';
import { sortByBytes } from './sort-by-bytes.js';

/** The ids in the order of their bytes, which for UTF-8 is that of code points, and the rank of every code in it. */
export function rankIds(dictionary: IdDictionary): { rank: Uint32Array; ids: IdDictionary } {
  const { length } = dictionary;
  const words = zeroWords(2 * length);
  for (let code = 0; code < length; code++) words[2 * code + LOW] = code;
  sortByBytes(dictionary, new BigUint64Array(words.buffer, 0, length));
  const rank = zeroWords(length);
  for (let i = 0; i < length; i++) rank[words[2 * i + LOW]!] = i;
  return { rank, ids: dictionary.picked(words, LOW).packed() };
}

/** The same of the marked ids alone; other codes have ranks beyond the last. */
export function rankMarkedIds(dictionary: IdDictionary, marked: Uint8Array): { rank: Uint32Array; ids: IdDictionary } {
  let count = 0;
  for (let code = 0; code < marked.length; code++) count += marked[code]!;
  const words = zeroWords(2 * count);
  const place = zeroWords(marked.length).fill(count);
  for (let code = 0, i = 0; code < marked.length; code++) {
    if (marked[code] === 0) continue;
    words[2 * i + LOW] = code;
    place[code] = i++;
  }
  const { rank, ids } = rankIds(dictionary.picked(words, LOW));
  return { rank: place.map((own) => (own < count ? rank[own]! : count)), ids };
}
