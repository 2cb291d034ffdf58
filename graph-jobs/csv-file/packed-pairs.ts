import { endianness } from 'node:os';

/** Where the words of a 64-bit number lie: pairs of words are sorted as numbers, by the engine, the high word first. */
export const HIGH = endianness() === 'LE' ? 1 : 0;
export const LOW = 1 - HIGH;
