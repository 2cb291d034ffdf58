import { MOST_TEXT } from '#domain/mention-columns.js';
import { linkWords } from './links.js';
import type { CodedWord, TermCodes } from './term-codes.js';

/** Codes above all that there can be, so that a pair of them is one number. */
const PAIR = 2 ** 26;

/** Different terms of a text, ascending, with how often each is there. */
export interface TermCounts<Codes = Uint32Array> {
  readonly codes: Codes;
  readonly counts: Uint32Array;
}

/** A text as it is compared with claims. */
export interface TextTerms {
  /** Roots in the order of the text. */
  readonly sequence: Uint32Array;
  readonly roots: TermCounts;
  /** Two roots that follow one another, as pairOf() makes one number of them. */
  readonly pairs: TermCounts<Float64Array>;
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
  const words = codedWords(beginning, codes);
  const sequence = new Uint32Array(words.length);
  let length = 0;
  for (let i = 0; i < words.length; i++) {
    sequence[i] = words[i]!.root;
    length += words[i]!.grams.length;
  }
  const pairs = new Float64Array(Math.max(0, sequence.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = pairOf(sequence[i]!, sequence[i + 1]!);
  return { sequence, roots: counted(sequence.slice()), pairs: counted(pairs), grams: counted(gramsOf(words, length)) };
}

function codedWords(text: string, codes: TermCodes): CodedWord[] {
  const words: CodedWord[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
    if (end > start) {
      const own = codes.ofPiece(text.slice(start, end));
      for (let i = 0; i < own.length; i++) words.push(own[i]!);
    }
    start = end + 1;
  }
  for (const word of linkWords(text)) words.push(codes.of(word));
  return words;
}

/** Space, tab, line feed and carriage return; others are for the rules of spelling. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** By hand: a word has five or so, for which a call of set() takes longer than they do. */
function gramsOf(words: readonly CodedWord[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const { grams } = words[i]!;
    for (let j = 0; j < grams.length; j++) all[at++] = grams[j]!;
  }
  return all;
}

/** Sorts in place. */
function counted<Terms extends Uint32Array | Float64Array>(terms: Terms): TermCounts<Terms> {
  terms.sort();
  const counts = new Uint32Array(terms.length);
  let distinct = 0;
  for (let i = 0; i < terms.length; i++) {
    if (i === 0 || terms[i] !== terms[distinct - 1]) {
      terms[distinct] = terms[i]!;
      distinct += 1;
    }
    counts[distinct - 1]! += 1;
  }
  return { codes: terms.subarray(0, distinct) as Terms, counts: counts.subarray(0, distinct) };
}
