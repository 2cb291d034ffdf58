import { zeroWords } from '#platform/free-memory.js';
import { hashOfKey } from './id-key.js';

/** By the upper bits of their hash; each goes over all keys again, and needs a table for its part of them only. */
const PARTS = 8;
const PART_SHIFT = 29;
/** Words of a place: the row and one, since 0 is empty; and the hash, which mostly saves looking at the row's key. */
const PLACE = 2;

/**
 * Of the keys of rows (low word, high word; see id-key.ts) those that an earlier row has are replaced by that row, the first one, and a
 * high word of 0, which no key has. In place: beside the keys there is a table for an eighth of them.
 */
export function markRepeats(keys: Uint32Array, length: number): void {
  let table = zeroWords(PLACE * placesFor(Math.ceil(length / PARTS)));
  for (let part = 0; part < PARTS; ) {
    if (markPart(keys, length, part, table)) part += 1;
    else table = zeroWords(2 * table.length);
    table.fill(0);
  }
}

/** A whole number of twos; mostly between a third and two thirds are taken. */
function placesFor(rows: number): number {
  let places = 16;
  while (2 * places < 3 * rows) places *= 2;
  return places;
}

/** False where the table is too full, as it is of few ids, or of those that somebody chose by their hashes: then once more. */
function markPart(keys: Uint32Array, length: number, part: number, table: Uint32Array): boolean {
  const mask = table.length / PLACE - 1;
  let left = mask - (mask >> 3);
  for (let row = 0; row < length; row++) {
    const high = keys[2 * row + 1]!;
    if (high === 0) continue;
    const low = keys[2 * row]!;
    const hash = hashOfKey(low, high);
    if (hash >>> PART_SHIFT !== part) continue;
    let place = hash & mask;
    let first = table[PLACE * place]!;
    while (first !== 0 && !(table[PLACE * place + 1] === hash && isKey(keys, first - 1, low, high))) {
      place = (place + 1) & mask;
      first = table[PLACE * place]!;
    }
    if (first !== 0) {
      keys[2 * row] = first - 1;
      keys[2 * row + 1] = 0;
    } else if (left-- === 0) {
      return false;
    } else {
      table[PLACE * place] = row + 1;
      table[PLACE * place + 1] = hash;
    }
  }
  return true;
}

function isKey(keys: Uint32Array, row: number, low: number, high: number): boolean {
  return keys[2 * row] === low && keys[2 * row + 1] === high;
}
