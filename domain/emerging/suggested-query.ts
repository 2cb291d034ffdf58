import type { EmergingIssue } from '../emerging-issue.js';
import { wordsOf } from '../text-words.js';

const MOST_TERMS = 8;
/** As many in a row say the same thing, and copies that were changed further on still have them. */
const PHRASE_WORDS = 8;
const LEAST_WORDS = 3;
const LINK = /\S+:\/\/\S+/g;

/**
 * A query that holds what bursts: its hashtags, links and the beginning of its texts, for a person to change. Null where none of
 * them can be written as one. `textOf`: what the mention said that a text is named by; null where it is gone.
 */
export function suggestedQuery(
  { objects }: EmergingIssue,
  textOf: (mentionId: string) => string | null,
): string | null {
  const terms = objects.flatMap(({ kind, name }) => {
    const term = kind === 'HASHTAG' ? hashtagTerm(name) : kind === 'LINK' ? linkTerm(name) : phrase(textOf(name) ?? '');
    return term === null ? [] : [term];
  });
  const some = [...new Set(terms)].slice(0, MOST_TERMS);
  return some.length === 0 ? null : some.join(' OR ');
}

/** A word of a query ends at spaces, brackets and quotes. */
function hashtagTerm(name: string): string | null {
  return name === '' || /[\s()"]/.test(name) ? null : `#${name}`;
}

function linkTerm(url: string): string | null {
  return url.includes('"') ? null : `url:"${url}"`;
}

function phrase(text: string): string | null {
  const words = wordsOf(text.replace(LINK, ' '));
  return words.length < LEAST_WORDS ? null : `"${words.slice(0, PHRASE_WORDS).join(' ')}"`;
}
