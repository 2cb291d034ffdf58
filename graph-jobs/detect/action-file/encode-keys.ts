import { hashOfKey } from './id-key.js';

/** So many rows share a table, which then stays in the processor's cache. */
const ROWS_OF_PART = 1 << 15;
const MOST_PARTS = 1 << 12;

/**
 * A code for each distinct key (low word, high word; never both 0) of the first `length`, 0 upwards, and the keys by code.
 * Rows are parted by hash first: each part has a small table of its own.
 */
export function encodeKeys(keys: Uint32Array, length: number): { codes: Uint32Array; keys: Uint32Array } {
  const parts = partsOf(length);
  const { start, rows } = partedRows(keys, length, parts);
  const codes = new Uint32Array(length);
  const distinct = new Uint32Array(2 * length);
  let count = 0;
  let table = new Uint32Array(4 * ROWS_OF_PART);
  for (let part = 0; part < parts; part++) {
    const [first, end] = [start[part]!, start[part + 1]!];
    const places = placesFor(end - first);
    if (places > table.length) table = new Uint32Array(places);
    else table.fill(0, 0, places);
    count = encodePart(keys, rows.subarray(first, end), table, places - 1, codes, distinct, count);
  }
  return { codes, keys: distinct.slice(0, 2 * count) };
}

function partsOf(length: number): number {
  let parts = 1;
  while (parts < MOST_PARTS && length > parts * ROWS_OF_PART) parts *= 2;
  return parts;
}

function placesFor(rows: number): number {
  let places = 16;
  while (places < 2 * rows) places *= 2;
  return places;
}

function partedRows(keys: Uint32Array, length: number, parts: number): { start: Uint32Array; rows: Uint32Array } {
  const start = new Uint32Array(parts + 1);
  const shift = Math.clz32(parts - 1);
  // A shift by 32 is one by 0: with one part every row is in it.
  const partOf = (row: number) => (parts === 1 ? 0 : hashOfKey(keys[2 * row]!, keys[2 * row + 1]!) >>> shift);
  for (let row = 0; row < length; row++) start[partOf(row) + 1]!++;
  for (let part = 0; part < parts; part++) start[part + 1]! += start[part]!;
  const next = start.slice();
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[next[partOf(row)]!++] = row;
  return { start, rows };
}

/** A place of the table holds a code and one, 0 where it is empty. Gives the number of codes. */
function encodePart(
  keys: Uint32Array,
  rows: Uint32Array,
  table: Uint32Array,
  mask: number,
  codes: Uint32Array,
  distinct: Uint32Array,
  from: number,
): number {
  let count = from;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const [low, high] = [keys[2 * row]!, keys[2 * row + 1]!];
    let place = hashOfKey(low, high) & mask;
    let code = table[place]! - 1;
    while (code >= 0 && (distinct[2 * code] !== low || distinct[2 * code + 1] !== high)) {
      place = (place + 1) & mask;
      code = table[place]! - 1;
    }
    if (code < 0) {
      code = count++;
      table[place] = code + 1;
      distinct[2 * code] = low;
      distinct[2 * code + 1] = high;
    }
    codes[row] = code;
  }
  return count;
}
