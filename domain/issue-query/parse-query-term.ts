import { IssueQueryError } from '../errors/issue-query-error.js';
import { isRegionCode } from '../region.js';
import { normalizeHashtag, wordsOf } from '../text-words.js';
import type { IssueQuery } from './issue-query.js';
import { parseQueryDates } from './parse-query-dates.js';
import type { QueryToken } from './tokenize-issue-query.js';

type FieldParser = (query: string, token: QueryToken) => IssueQuery;

const FIELDS: Readonly<Record<string, FieldParser>> = {
  url: (_, { text }) => ({ kind: 'url', url: comparableUrl(text) }),
  account: (_, { text }) => ({ kind: 'account', account: text.replace(/^@/, '').toLowerCase() }),
  platform: (_, { text }) => ({ kind: 'platform', platform: text.toLowerCase() }),
  region: parseRegion,
  since: parseQueryDates,
  until: parseQueryDates,
  date: parseQueryDates,
};

/** `name:value`. Throws IssueQueryError for a name that is no field and for values that cannot be. */
export function parseFieldTerm(query: string, token: QueryToken): IssueQuery {
  const parse = FIELDS[token.field];
  if (parse === undefined)
    throw new IssueQueryError(
      query,
      token.position,
      `"${token.field}:" is not a field`,
      `fields are ${Object.keys(FIELDS).join(', ')}; to search for the text itself, write it in quotes`,
    );
  return parse(query, token);
}

/** A word, a "phrase" or a #hashtag. Throws IssueQueryError where nothing is left to search for. */
export function parseTextTerm(query: string, token: QueryToken): IssueQuery {
  if (token.kind === 'word' && /^[#＃]/.test(token.text)) {
    const hashtag = normalizeHashtag(token.text);
    if (hashtag === '') throw new IssueQueryError(query, token.position, '"#" needs a hashtag right after it');
    return { kind: 'hashtag', hashtag };
  }
  const prefix = token.kind === 'word' && token.text.endsWith('*');
  const words = wordsOf(token.text);
  if (words.length === 0)
    throw new IssueQueryError(query, token.position, `"${token.text}" holds no letter or digit to search for`);
  return { kind: 'words', words, prefix };
}

/** A link without scheme, `www.` and closing slash, the host in lower case: what two spellings of one address share. */
export function comparableUrl(url: string): string {
  const bare = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^www\./i, '');
  const host = bare.split(/[/?#]/, 1)[0]!;
  return (host.toLowerCase() + bare.slice(host.length)).replace(/\/$/, '');
}

function parseRegion(query: string, { text, position }: QueryToken): IssueQuery {
  if (!isRegionCode(text))
    throw new IssueQueryError(
      query,
      position,
      `"${text}" is not a Kemendagri code`,
      'write region:31 (province) or region:31.71 (regency or city)',
    );
  return { kind: 'region', code: text };
}
