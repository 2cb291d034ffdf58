import { normalizeSocialText } from '../normalize-social-text.js';

/** A text longer than this is told by its beginning. */
const MOST_CHARACTERS = 2000;
const BITS = 15;
const MASK = (1 << BITS) - 1;
export const LANGUAGE_BUCKETS = 1 << BITS;

/** Letters only: numbers and names with digits in them belong to no language. */
const WORD = /(?<![\p{L}\p{N}\p{M}_])[\p{L}\p{M}]+(?![\p{L}\p{N}\p{M}_])/gu;
const LONGEST_RUN = 4;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WHOLE_WORD = 0x5bd1e995;
const SPACE = 32;

/** The words that tell a language. */
export function languageWords(text: string): string[] {
  return normalizeSocialText(text.slice(0, MOST_CHARACTERS)).match(WORD) ?? [];
}

/** Hands each word and each run of one to four characters of it, with the spaces beside it, to `take` as a bucket. */
export function eachLanguageBucket(words: readonly string[], take: (bucket: number) => void): void {
  for (const word of words) {
    let whole = WHOLE_WORD;
    for (let start = -1; start <= word.length; start++) {
      whole = Math.imul(whole ^ unitAt(word, start), FNV_PRIME);
      let hash = FNV_BASIS;
      for (let at = start; at < start + LONGEST_RUN && at <= word.length; at++) {
        hash = Math.imul(hash ^ unitAt(word, at), FNV_PRIME);
        take(mixed(hash));
      }
    }
    take(mixed(whole));
  }
}

function unitAt(word: string, at: number): number {
  return at < 0 || at === word.length ? SPACE : word.charCodeAt(at);
}

function mixed(hash: number): number {
  let mix = hash;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) & MASK;
}
