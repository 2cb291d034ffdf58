import { textPhrases } from '../../text-phrases.js';

/**
 * The text filter of MentionFilter as an FTS5 expression. Everything is quoted: nothing that a user types is an operator.
 * Throws BAD_FILTER when there is no word in it.
 */
export function textQuery(text: string): string {
  return textPhrases(text)
    .map((phrase) => `"${phrase.replaceAll('\0', ' ')}"`)
    .join(' AND ');
}
