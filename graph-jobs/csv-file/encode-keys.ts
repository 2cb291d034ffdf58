import { hashOfKey } from './id-key.js';

/** So many rows share a table, which then stays in the processor's cache. */
const ROWS_OF_PART = 1 << 13;
const MOST_PARTS = 1 << 11;
/** Words of a row in its part: both words of its key, and first its row, then the first row that has the key. */
const ENTRY = 3;

/**
 * Gives codes to the keys of columns, one column after another in the same working memory.
 *
 * Rows are parted by hash first, so that each part has a small table; every pass goes through memory in order, in one
 * stream or one a part (a radix join, Manegold, Boncz and Kersten 2002). One large table is read at random, a miss a row.
 */
export class KeyEncoder {
  #entries = new Uint32Array(0);
  #table = new Uint32Array(ENTRY * placesFor(ROWS_OF_PART));

  /**
   * A code for each distinct key (low word, high word; no high word is 0) of the first `length`, by first appearance, and
   * the keys by code. Writes over `keys`.
   */
  encode(keys: Uint32Array, length: number): { codes: Uint32Array; keys: Uint32Array } {
    if (ENTRY * length > this.#entries.length) this.#entries = new Uint32Array(ENTRY * length);
    const shift = shiftOf(length);
    const start = startOfParts(keys, length, shift);
    partEntries(keys, length, shift, start, this.#entries);
    for (let part = 0; part + 1 < start.length; part++) {
      const [first, end] = [start[part]!, start[part + 1]!];
      const places = placesFor(end - first);
      if (ENTRY * places > this.#table.length) this.#table = new Uint32Array(ENTRY * places);
      else this.#table.fill(0, 0, ENTRY * places);
      findFirstRows(this.#entries, ENTRY * first, ENTRY * end, this.#table, places - 1);
    }
    return codesInOrder(keys, length, shift, start, this.#entries);
  }
}

/** How far a hash is shifted to give its part. At least two parts: a shift by 32 would be none. */
function shiftOf(length: number): number {
  let shift = 31;
  while (1 << (32 - shift) < MOST_PARTS && length >>> (32 - shift) > ROWS_OF_PART) shift -= 1;
  return shift;
}

function placesFor(rows: number): number {
  let places = 16;
  while (places < 2 * rows) places *= 2;
  return places;
}

function startOfParts(keys: Uint32Array, length: number, shift: number): Uint32Array {
  const start = new Uint32Array((1 << (32 - shift)) + 1);
  for (let row = 0; row < length; row++) start[(hashOfKey(keys[2 * row]!, keys[2 * row + 1]!) >>> shift) + 1]!++;
  for (let part = 0; part + 1 < start.length; part++) start[part + 1]! += start[part]!;
  return start;
}

function partEntries(keys: Uint32Array, length: number, shift: number, start: Uint32Array, entries: Uint32Array): void {
  const next = start.slice();
  for (let row = 0; row < length; row++) {
    const [low, high] = [keys[2 * row]!, keys[2 * row + 1]!];
    const at = ENTRY * next[hashOfKey(low, high) >>> shift]!++;
    entries[at] = low;
    entries[at + 1] = high;
    entries[at + 2] = row;
  }
}

/** Puts in place of each row of a part the first row that has its key. */
function findFirstRows(entries: Uint32Array, first: number, end: number, table: Uint32Array, mask: number): void {
  for (let at = first; at < end; at += ENTRY) {
    const [low, high] = [entries[at]!, entries[at + 1]!];
    let place = ENTRY * (hashOfKey(low, high) & mask);
    while (table[place + 1] !== 0 && (table[place] !== low || table[place + 1] !== high)) {
      place = ENTRY * ((place / ENTRY + 1) & mask);
    }
    if (table[place + 1] === 0) {
      table[place] = low;
      table[place + 1] = high;
      table[place + 2] = entries[at + 2]!;
    }
    entries[at + 2] = table[place + 2]!;
  }
}

/** Reads the parts side by side, as the rows were dealt out to them. */
function codesInOrder(
  keys: Uint32Array,
  length: number,
  shift: number,
  start: Uint32Array,
  entries: Uint32Array,
): { codes: Uint32Array; keys: Uint32Array } {
  const next = start.slice();
  const codes = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    const [low, high] = [keys[2 * row]!, keys[2 * row + 1]!];
    const firstRow = entries[ENTRY * next[hashOfKey(low, high) >>> shift]!++ + 2]!;
    if (firstRow === row) {
      keys[2 * count] = low;
      keys[2 * count + 1] = high;
      codes[row] = count++;
    } else codes[row] = codes[firstRow]!;
  }
  return { codes, keys: keys.slice(0, 2 * count) };
}
