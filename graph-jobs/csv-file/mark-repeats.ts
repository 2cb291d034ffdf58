import { zeroWords } from '#platform/free-memory.js';
import { hashOfKey } from './id-key.js';

/** Rows of a part: its table, and what it reads of the keys, stay in the processor's nearest caches. */
const ROWS_OF_PART = 1 << 13;
const MOST_PART_BITS = 12;
/** Words of a place: the row and one, since 0 is empty; and the hash, which mostly saves looking at the row's key. */
const PLACE = 2;

/**
 * Of the keys of rows (low word, high word; see id-key.ts) those that an earlier row has are replaced by that row, the first one, and a
 * high word of 0, which no key has. In place; `scratch` is of no meaning afterwards. The rows are parted by the upper bits of their
 * hashes first, as radix joins do (Manegold et al. 2002). With a word a row in `scratch` all parts are made at once; with fewer as
 * many as have room, so that the rows are read so many times more.
 */
export function markRepeats(keys: Uint32Array, length: number, scratch: Uint32Array): void {
  const bits = partBits(length);
  const sizes = partSizes(keys, length, bits);
  let table = new Uint32Array(0);
  let rows = scratch;
  for (let part = 0; part < sizes.length; ) {
    const until = partsWithRoom(sizes, part, rows.length);
    if (sizes[part]! > rows.length) rows = zeroWords(sizes[part]!);
    const end = partRows(keys, length, rows, sizes, part, until);
    for (let first = 0; part < until; first = end[part]!, part++) {
      const words = PLACE * placesFor(sizes[part]!);
      if (words > table.length) table = zeroWords(words);
      else table.fill(0, 0, words);
      markPart(keys, rows.subarray(first, end[part]!), table, words / PLACE - 1);
    }
  }
}

function partSizes(keys: Uint32Array, length: number, bits: number): Uint32Array {
  const sizes = new Uint32Array(2 ** bits);
  const shift = 32 - bits;
  for (let row = 0; row < length; row++) {
    const high = keys[2 * row + 1]!;
    if (high !== 0) sizes[hashOfKey(keys[2 * row]!, high) >>> shift]!++;
  }
  return sizes;
}

/** Up to which part those from `first` on have room together; one of them at least. */
function partsWithRoom(sizes: Uint32Array, first: number, room: number): number {
  let part = first + 1;
  for (let rows = sizes[first]!; part < sizes.length && rows + sizes[part]! <= room; part++) rows += sizes[part]!;
  return part;
}

/** Puts the rows of the parts [first, until) that have a key into `rows`, part by part and in their order; gives where each of them ends. */
function partRows(
  keys: Uint32Array,
  length: number,
  rows: Uint32Array,
  sizes: Uint32Array,
  first: number,
  until: number,
): Uint32Array {
  const shift = 32 - Math.log2(sizes.length);
  const end = new Uint32Array(sizes.length);
  for (let part = first, before = 0; part < until; before += sizes[part]!, part++) end[part] = before;
  for (let row = 0; row < length; row++) {
    const high = keys[2 * row + 1]!;
    if (high === 0) continue;
    const part = hashOfKey(keys[2 * row]!, high) >>> shift;
    if (part >= first && part < until) rows[end[part]!++] = row;
  }
  return end;
}

/** At least one: a shift by 32 would be none. */
function partBits(length: number): number {
  return Math.min(MOST_PART_BITS, Math.max(1, Math.ceil(Math.log2(length / ROWS_OF_PART))));
}

/** A whole number of twos; mostly between a third and two thirds are taken. */
function placesFor(rows: number): number {
  let places = 16;
  while (2 * places < 3 * rows) places *= 2;
  return places;
}

function markPart(keys: Uint32Array, rows: Uint32Array, table: Uint32Array, mask: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const low = keys[2 * row]!;
    const high = keys[2 * row + 1]!;
    const hash = hashOfKey(low, high);
    let place = hash & mask;
    let first = table[PLACE * place]!;
    while (first !== 0 && !(table[PLACE * place + 1] === hash && isKey(keys, first - 1, low, high))) {
      place = (place + 1) & mask;
      first = table[PLACE * place]!;
    }
    if (first !== 0) {
      keys[2 * row] = first - 1;
      keys[2 * row + 1] = 0;
    } else {
      table[PLACE * place] = row + 1;
      table[PLACE * place + 1] = hash;
    }
  }
}

function isKey(keys: Uint32Array, row: number, low: number, high: number): boolean {
  return keys[2 * row] === low && keys[2 * row + 1] === high;
}
