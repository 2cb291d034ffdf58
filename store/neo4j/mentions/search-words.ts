import { textPhrases } from '../../text-phrases.js';

const LATIN_BEYOND_ASCII = /(?=[^\0-\x7f])\p{Script=Latin}/gu;
const MARKS = /[\u0300-\u036f]/g;
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** Lucene refuses more clauses than 1024 in one query. */
const MOST_CLAUSES = 1000;

/**
 * The words of a text as searches compare them: in lower case, Latin letters without their marks, split at all that is
 * no letter or digit. None of Neo4j's analyzers splits as the text index of the embedded store does, so this does, for
 * the index and for queries alike. One space stands before, between and behind, so that a phrase is part of the text
 * exactly if its words are part of the words. Null where there is no word.
 */
export function searchWords(text: string): string | null {
  const words = text
    .replace(LATIN_BEYOND_ASCII, (letter) => letter.normalize('NFD').replace(MARKS, ''))
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .match(WORD);
  return words === null ? null : ` ${words.join(' ')} `;
}

export interface TextSearch {
  /** For the full-text index: phrases in quotes, which hold letters, digits and spaces only. */
  readonly query: string;
  /** All phrases, as they stand in the words of a mention. */
  readonly phrases: readonly string[];
  /** The phrases that the query had no room for, null as a rule. */
  readonly left: readonly string[] | null;
}

/** The text filter of MentionFilter. Throws BAD_FILTER when there is no word in it. */
export function textSearch(text: string): TextSearch {
  const phrases = [...new Set(textPhrases(text).flatMap((phrase) => searchWords(phrase) ?? []))];
  const query = phrases
    .slice(0, MOST_CLAUSES)
    .map((phrase) => `"${phrase.trim()}"`)
    .join(' AND ');
  return { query, phrases, left: phrases.length > MOST_CLAUSES ? phrases.slice(MOST_CLAUSES) : null };
}
