import { CodedError } from '#domain/errors/coded-error.js';

const PARTS = /"([^"]*)"?|[^\s"]+/g;
const HAS_WORD = /[\p{L}\p{N}\p{Co}]/u;

/**
 * What the text filter of MentionFilter asks for: words, and "words in quotes" as one phrase; a part without any word
 * asks for nothing. Throws BAD_FILTER when there is no word in all of it.
 */
export function textPhrases(text: string): string[] {
  const phrases = [...text.matchAll(PARTS)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((part) => HAS_WORD.test(part));
  if (phrases.length === 0)
    throw new CodedError('BAD_FILTER', `"${text.slice(0, 80)}" holds no word to search for`, {
      at: 'text',
      hint: 'give words, or a "phrase in quotes"; leave the filter out to list everything',
    });
  return phrases;
}
