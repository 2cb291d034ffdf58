/**
 * Ids as keys of 64 bits, so that two ids are compared by two numbers, and 20 digits cost 8 bytes. A key says all of its
 * id: no two ids share one. Its low word and, in its high word, 30 bits below the kind:
 *
 * TEXT    up to 9 of the 64 symbols below: high, the first five of 6 bits each; low, the others, and the length above them
 * DIGITS  10 to 19 digits, the first not 0: low, all but the last nine; high, the last nine. Too large a number is LONG
 * LONG    anything else: low, its code in a ByteDictionary
 *
 * No high word is 0: that is an empty place in a table.
 */
export const TEXT = 1 << 30;
export const DIGITS = 2 << 30;
export const LONG = 3 << 30;
export const KIND = 3 << 30;
export const LONGEST_TEXT = 9;
export const MOST_DIGITS = 19;

const SYMBOLS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** 64 for a byte that is no symbol. */
export const SYMBOL_OF_BYTE = new Uint8Array(256).fill(64);
export const BYTE_OF_SYMBOL = new Uint8Array(64);
for (let symbol = 0; symbol < SYMBOLS.length; symbol++) {
  SYMBOL_OF_BYTE[SYMBOLS.charCodeAt(symbol)] = symbol;
  BYTE_OF_SYMBOL[symbol] = SYMBOLS.charCodeAt(symbol);
}

/** Mixes both words, finished as MurmurHash3 is, so that any few bits of it can choose a place. */
export function hashOfKey(low: number, high: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
