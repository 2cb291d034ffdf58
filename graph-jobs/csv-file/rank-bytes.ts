import { endianness } from 'node:os';
import type { ByteStrings } from './byte-strings.js';
import { RankedIds } from './ranked-ids.js';

/** Shorter runs are sorted by comparing whole ids. */
const SHORT_RUN = 12;
const HIGH = endianness() === 'LE' ? 1 : 0;
const LOW = 1 - HIGH;
/** The rank of codes without a mark. */
export const NO_RANK = 0xffffffff;

/**
 * The marked ids in the order of their bytes, and the rank of every code in it; of ids that are alike, the lower code first.
 *
 * Sorts four bytes at a time: key and position make one 64-bit number, so that the engine's own sort of numbers does the
 * work, and runs that tie are sorted again by the next four bytes.
 */
export function rankByBytes(dictionary: ByteStrings, marked: Uint8Array): { rank: Uint32Array; ids: RankedIds } {
  const { codes, bytes, start } = markedIds(dictionary, marked);
  const numbers = new BigUint64Array(codes.length);
  const words = new Uint32Array(numbers.buffer);
  for (let i = 0; i < codes.length; i++) words[2 * i + LOW] = i;
  sortFrom({ bytes, start }, numbers, words, 0);
  const rank = new Uint32Array(dictionary.length).fill(NO_RANK);
  const positions = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    positions[i] = words[2 * i + LOW]!;
    rank[codes[positions[i]!]!] = i;
  }
  return { rank, ids: new RankedIds(bytes, start, positions) };
}

interface PackedIds {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

/** In the order of codes. */
function markedIds(dictionary: ByteStrings, marked: Uint8Array): PackedIds & { readonly codes: Uint32Array } {
  let count = 0;
  let length = 0;
  for (let code = 0; code < marked.length; code++) {
    if (marked[code] === 0) continue;
    count += 1;
    length += dictionary.byteLength(code);
  }
  const codes = new Uint32Array(count);
  const start = new Uint32Array(count + 1);
  const bytes = new Uint8Array(length);
  for (let code = 0, i = 0; code < marked.length; code++) {
    if (marked[code] === 0) continue;
    start[i + 1] = dictionary.copyTo(code, bytes, start[i]!);
    codes[i++] = code;
  }
  return { codes, bytes, start };
}

/** Sorts a run of ids that are alike in their first `known` bytes. */
function sortFrom(ids: PackedIds, numbers: BigUint64Array, words: Uint32Array, known: number): void {
  const count = numbers.length;
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, lengthOf(ids, words[2 * i + LOW]!));
  let depth = known;
  // Long texts can be alike for any number of bytes: a call for every four of them would fill the stack.
  while (count > SHORT_RUN && depth < longest && !tellsApart(ids, words, count, depth)) depth += 4;
  if (count <= SHORT_RUN || depth >= longest) {
    sortShort(ids, words, count);
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

/** Takes the four bytes from `depth` on as keys; false where they are the same in all. */
function tellsApart(ids: PackedIds, words: Uint32Array, count: number, depth: number): boolean {
  let differ = false;
  for (let i = 0; i < count; i++) {
    const key = fourBytes(ids, words[2 * i + LOW]!, depth);
    words[2 * i + HIGH] = key;
    if (key !== words[HIGH]) differ = true;
  }
  return differ;
}

function sortShort(ids: PackedIds, words: Uint32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const position = words[2 * i + LOW]!;
    let at = i;
    while (at > 0 && isBefore(ids, position, words[2 * (at - 1) + LOW]!)) {
      words[2 * at + LOW] = words[2 * (at - 1) + LOW]!;
      at -= 1;
    }
    words[2 * at + LOW] = position;
  }
}

function isBefore({ bytes, start }: PackedIds, one: number, other: number): boolean {
  const [oneEnd, otherEnd] = [start[one + 1]!, start[other + 1]!];
  let i = start[one]!;
  let j = start[other]!;
  for (; i < oneEnd && j < otherEnd; i++, j++) {
    const difference = bytes[i]! - bytes[j]!;
    if (difference !== 0) return difference < 0;
  }
  return oneEnd - i < otherEnd - j;
}

function lengthOf({ start }: PackedIds, position: number): number {
  return start[position + 1]! - start[position]!;
}

/** 0 for bytes beyond the end. */
function fourBytes({ bytes, start }: PackedIds, position: number, from: number): number {
  const end = start[position + 1]!;
  let word = 0;
  for (let i = start[position]! + from, last = i + 4; i < last; i++) word = (word << 8) | (i < end ? bytes[i]! : 0);
  return word >>> 0;
}
