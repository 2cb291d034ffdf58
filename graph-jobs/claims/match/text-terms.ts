import { MOST_TEXT } from '#domain/mention-columns.js';
import { standardWords } from '../../text/word-tokens.js';
import { linkWords } from './links.js';
import type { TermCodes } from './term-codes.js';

/** Codes above all that there can be, so that a pair of them is one number. */
const PAIR = 2 ** 26;

/** Different terms of a text, ascending, with how often each is there. */
export interface TermCounts {
  readonly codes: Float64Array;
  readonly counts: Float64Array;
}

/** A text as it is compared with claims. */
export interface TextTerms {
  /** Roots in the order of the text. */
  readonly sequence: Uint32Array;
  readonly roots: TermCounts;
  /** Two roots that follow one another, as pairOf() makes one number of them. */
  readonly pairs: TermCounts;
  readonly grams: TermCounts;
}

export function pairOf(first: number, second: number): number {
  return first * PAIR + second;
}

/** The two of a pair. */
export function rootsOfPair(pair: number): [first: number, second: number] {
  return [Math.floor(pair / PAIR), pair % PAIR];
}

/** The beginning of a text, as much as a near-duplicate is told by, and the words in its links: many addresses tell a headline. */
export function textTerms(text: string, codes: TermCodes): TextTerms {
  const beginning = text.slice(0, MOST_TEXT);
  const words = [...standardWords(beginning), ...linkWords(beginning)].map((word) => codes.of(word));
  const sequence = Uint32Array.from(words, ({ root }) => root);
  let length = 0;
  for (const { grams } of words) length += grams.length;
  const grams = new Float64Array(length);
  let at = 0;
  for (const word of words) {
    grams.set(word.grams, at);
    at += word.grams.length;
  }
  const pairs = new Float64Array(Math.max(0, sequence.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = pairOf(sequence[i]!, sequence[i + 1]!);
  return { sequence, roots: counted(Float64Array.from(sequence)), pairs: counted(pairs), grams: counted(grams) };
}

/** Sorts in place. */
function counted(terms: Float64Array): TermCounts {
  terms.sort();
  const counts = new Float64Array(terms.length);
  let distinct = 0;
  for (let i = 0; i < terms.length; i++) {
    if (i === 0 || terms[i] !== terms[distinct - 1]) {
      terms[distinct] = terms[i]!;
      distinct += 1;
    }
    counts[distinct - 1]! += 1;
  }
  return { codes: terms.subarray(0, distinct), counts: counts.subarray(0, distinct) };
}
