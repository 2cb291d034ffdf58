import { hashOfKey } from './id-key.js';

/** So many rows share a table, which then stays in the processor's cache. */
const ROWS_OF_PART = 1 << 15;
const MOST_PARTS = 1 << 12;

/**
 * A code for each distinct key (low word, high word; never both 0) of the first `length`, by first appearance, and the keys
 * by code. Rows are parted by hash first: each part has a small table of its own.
 */
export function encodeKeys(keys: Uint32Array, length: number): { codes: Uint32Array; keys: Uint32Array } {
  const parts = partsOf(length);
  const { start, rows } = partedRows(keys, length, parts);
  const firstRow = new Uint32Array(length);
  let table = new Table(4 * ROWS_OF_PART);
  for (let part = 0; part < parts; part++) {
    const [first, end] = [start[part]!, start[part + 1]!];
    const places = placesFor(end - first);
    if (places > table.places) table = new Table(places);
    findFirstRows(keys, rows, first, end, table.cleared(places), firstRow);
  }
  return inOrderOfRows(keys, firstRow);
}

/** Of each place the key, and the first row that has it; (0, 0) where it is empty. */
class Table {
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  mask = 0;

  constructor(readonly places: number) {
    this.keys = new Uint32Array(2 * places);
    this.rows = new Uint32Array(places);
  }

  cleared(places: number): Table {
    this.keys.fill(0, 0, 2 * places);
    this.mask = places - 1;
    return this;
  }
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

/** Writes for each row of a part the first row that has its key. */
function findFirstRows(
  keys: Uint32Array,
  rows: Uint32Array,
  first: number,
  end: number,
  { keys: known, rows: knownRows, mask }: Table,
  firstRow: Uint32Array,
): void {
  for (let i = first; i < end; i++) {
    const row = rows[i]!;
    const [low, high] = [keys[2 * row]!, keys[2 * row + 1]!];
    let place = hashOfKey(low, high) & mask;
    // The high word of a key names its kind and is never 0.
    while (known[2 * place + 1] !== 0 && (known[2 * place] !== low || known[2 * place + 1] !== high)) {
      place = (place + 1) & mask;
    }
    if (known[2 * place + 1] === 0) {
      known[2 * place] = low;
      known[2 * place + 1] = high;
      knownRows[place] = row;
    }
    firstRow[row] = knownRows[place]!;
  }
}

/** Turns first rows into codes, in place: what comes after in the file then lies near it in memory. */
function inOrderOfRows(keys: Uint32Array, codes: Uint32Array): { codes: Uint32Array; keys: Uint32Array } {
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== row) {
      codes[row] = codes[codes[row]!]!;
      continue;
    }
    keys[2 * count] = keys[2 * row]!;
    keys[2 * count + 1] = keys[2 * row + 1]!;
    codes[row] = count++;
  }
  return { codes, keys: keys.slice(0, 2 * count) };
}
