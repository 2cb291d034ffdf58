import { endianness } from 'node:os';
import type { ByteDictionary } from './byte-dictionary.js';

/** Shorter runs are sorted by comparing whole ids. */
const SHORT_RUN = 12;
const HIGH = endianness() === 'LE' ? 1 : 0;
const LOW = 1 - HIGH;

/**
 * The marked codes in the order of their bytes, which for UTF-8 is the order of code points; and for every code its
 * place in that order (0 for codes without a mark).
 *
 * Sorts four bytes at a time: key and code make one 64-bit number, so that the engine's own sort of numbers does the
 * work, and runs that tie are sorted again by the next four bytes.
 */
export function ranksByBytes(
  dictionary: ByteDictionary,
  marked: Uint8Array,
): { rank: Uint32Array; order: Uint32Array } {
  let count = 0;
  for (let code = 0; code < marked.length; code++) count += marked[code]!;
  const numbers = new BigUint64Array(count);
  const words = new Uint32Array(numbers.buffer);
  for (let code = 0, i = 0; code < marked.length; code++) if (marked[code] === 1) words[2 * i++ + LOW] = code;
  sortFrom(dictionary, numbers, words, 0);
  const order = new Uint32Array(count);
  const rank = new Uint32Array(dictionary.length);
  for (let i = 0; i < count; i++) {
    order[i] = words[2 * i + LOW]!;
    rank[order[i]!] = i;
  }
  return { rank, order };
}

/** Sorts a run of ids that are alike in their first `depth` bytes. */
function sortFrom(dictionary: ByteDictionary, numbers: BigUint64Array, words: Uint32Array, depth: number): void {
  const count = numbers.length;
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, dictionary.byteLength(words[2 * i + LOW]!));
  if (count <= SHORT_RUN || depth >= longest) {
    sortShort(dictionary, words, count);
    return;
  }
  for (let i = 0; i < count; i++) words[2 * i + HIGH] = fourBytes(dictionary, words[2 * i + LOW]!, depth);
  numbers.sort();
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && words[2 * end + HIGH] === words[2 * start + HIGH]) end += 1;
    if (end - start > 1) {
      sortFrom(dictionary, numbers.subarray(start, end), words.subarray(2 * start, 2 * end), depth + 4);
    }
    start = end;
  }
}

function sortShort(dictionary: ByteDictionary, words: Uint32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const code = words[2 * i + LOW]!;
    let at = i;
    while (at > 0 && isBefore(dictionary, code, words[2 * (at - 1) + LOW]!)) {
      words[2 * at + LOW] = words[2 * (at - 1) + LOW]!;
      at -= 1;
    }
    words[2 * at + LOW] = code;
  }
}

function isBefore(dictionary: ByteDictionary, one: number, other: number): boolean {
  const length = Math.min(dictionary.byteLength(one), dictionary.byteLength(other));
  for (let i = 0; i < length; i++) {
    const difference = dictionary.byteAt(one, i) - dictionary.byteAt(other, i);
    if (difference !== 0) return difference < 0;
  }
  return dictionary.byteLength(one) < dictionary.byteLength(other);
}

function fourBytes(dictionary: ByteDictionary, code: number, from: number): number {
  const [a, b] = [dictionary.byteAt(code, from), dictionary.byteAt(code, from + 1)];
  const [c, d] = [dictionary.byteAt(code, from + 2), dictionary.byteAt(code, from + 3)];
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
