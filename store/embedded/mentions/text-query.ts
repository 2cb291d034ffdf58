import { CodedError } from '#domain/errors/coded-error.js';

const PARTS = /"([^"]*)"?|[^\s"]+/g;
const HAS_WORD = /[\p{L}\p{N}\p{Co}]/u;

/**
 * The text filter of MentionFilter as an FTS5 expression. Everything is quoted: nothing that a user types is an operator.
 * Throws BAD_FILTER when there is no word in it.
 */
export function textQuery(text: string): string {
  const phrases = [...text.matchAll(PARTS)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((part) => HAS_WORD.test(part));
  if (phrases.length === 0)
    throw new CodedError('BAD_FILTER', `"${text.slice(0, 80)}" holds no word to search for`, {
      at: 'text',
      hint: 'give words, or a "phrase in quotes"; leave the filter out to list everything',
    });
  return phrases.map((phrase) => `"${phrase.replaceAll('\0', ' ')}"`).join(' AND ');
}
