import { HIGH, LOW } from './packed-pairs.js';

/** Shorter runs are sorted by comparing whole ids. */
const SHORT_RUN = 12;

export interface BytesOfIds {
  byteLength(id: number): number;
  /** Four bytes from `from` on, the first one highest; 0 for bytes beyond the end. */
  fourBytes(id: number, from: number): number;
}

/**
 * Sorts the ids that are the low words of `numbers` by their bytes, of ids that are alike the lower first. Writes the high words.
 *
 * Four bytes at a time: they and the id make one 64-bit number, so that the engine's own sort of numbers does the
 * work, and runs that tie are sorted again by the next four bytes.
 */
export function sortByBytes(ids: BytesOfIds, numbers: BigUint64Array): void {
  sortFrom(ids, numbers, new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length), 0);
}

/** Sorts a run of ids that are alike in their first `known` bytes. */
function sortFrom(ids: BytesOfIds, numbers: BigUint64Array, words: Uint32Array, known: number): void {
  const count = numbers.length;
  if (count <= SHORT_RUN) {
    sortShort(ids, words, count, known);
    return;
  }
  let depth = known;
  // Long texts can be alike for any number of bytes: a call for every four of them would fill the stack.
  while (!tellsApart(ids, words, count, depth)) {
    depth += 4;
    if (depth < longestOf(ids, words, count)) continue;
    sortShort(ids, words, count, depth);
    return;
  }
  numbers.sort();
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && words[2 * end + HIGH] === words[2 * start + HIGH]) end += 1;
    if (end - start > 1) {
      sortFrom(ids, numbers.subarray(start, end), words.subarray(2 * start, 2 * end), depth + 4);
    }
    start = end;
  }
}

function longestOf(ids: BytesOfIds, words: Uint32Array, count: number): number {
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, ids.byteLength(words[2 * i + LOW]!));
  return longest;
}

/** Takes the four bytes from `depth` on as keys; false where they are the same in all. */
function tellsApart(ids: BytesOfIds, words: Uint32Array, count: number, depth: number): boolean {
  let differ = false;
  for (let i = 0; i < count; i++) {
    const key = ids.fourBytes(words[2 * i + LOW]!, depth);
    words[2 * i + HIGH] = key;
    if (key !== words[HIGH]) differ = true;
  }
  return differ;
}

function sortShort(ids: BytesOfIds, words: Uint32Array, count: number, known: number): void {
  for (let i = 1; i < count; i++) {
    const id = words[2 * i + LOW]!;
    let at = i;
    while (at > 0 && isBefore(ids, id, words[2 * (at - 1) + LOW]!, known)) {
      words[2 * at + LOW] = words[2 * (at - 1) + LOW]!;
      at -= 1;
    }
    words[2 * at + LOW] = id;
  }
}

function isBefore(ids: BytesOfIds, one: number, other: number, known: number): boolean {
  for (let from = known; ; from += 4) {
    const bytes = ids.fourBytes(one, from);
    const otherBytes = ids.fourBytes(other, from);
    if (bytes !== otherBytes) return bytes < otherBytes;
    if ((bytes & 0xff) !== 0) continue;
    const length = ids.byteLength(one);
    const otherLength = ids.byteLength(other);
    if (from + 4 < length && from + 4 < otherLength) continue;
    return length === otherLength ? one < other : length < otherLength;
  }
}
