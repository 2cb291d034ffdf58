import { IssueQueryError } from '../errors/issue-query-error.js';

export type QueryTokenKind = 'open' | 'close' | 'and' | 'or' | 'not' | 'phrase' | 'word' | 'field';

export interface QueryToken {
  readonly kind: QueryTokenKind;
  /** What stands there, without quotes; of a field, its value. */
  readonly text: string;
  /** Of a field, its name in lower case. */
  readonly field: string;
  readonly position: number;
}

const OPERATORS: Readonly<Record<string, QueryTokenKind>> = { AND: 'and', OR: 'or', NOT: 'not' };
const SPACE = /\s+/y;
const FIELD = /([A-Za-z]+):/y;
const BARE = /[^\s()"]+/y;

/** Splits a query into tokens. Throws IssueQueryError where a quote is left open or a field has no value. */
export function tokenizeIssueQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    const space = match(SPACE, query, at);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const [token, end] = readToken(query, at);
    tokens.push(token);
    at = end;
  }
  return tokens;
}

function readToken(query: string, at: number): [QueryToken, number] {
  const char = query[at];
  if (char === '(' || char === ')') return [token(char === '(' ? 'open' : 'close', char, at), at + 1];
  if (char === '"') return readPhrase(query, at, at);
  if (char === '-' && /[^\s)-]/.test(query[at + 1] ?? '')) return [token('not', '-', at), at + 1];
  const field = match(FIELD, query, at);
  if (field !== null) return readField(query, at, field[1]!.toLowerCase());
  const bare = match(BARE, query, at)![0];
  return [token(OPERATORS[bare] ?? 'word', bare, at), at + bare.length];
}

function readField(query: string, at: number, field: string): [QueryToken, number] {
  const start = at + field.length + 1;
  if (query[start] === '"') {
    const [phrase, end] = readPhrase(query, start, at);
    return [{ ...phrase, kind: 'field', field }, end];
  }
  const value = match(BARE, query, start);
  if (value === null)
    throw new IssueQueryError(
      query,
      start,
      `"${field}:" needs a value right after the colon`,
      `write ${field}:value or ${field}:"a value"`,
    );
  return [{ kind: 'field', text: value[0], field, position: at }, start + value[0].length];
}

function readPhrase(query: string, quote: number, position: number): [QueryToken, number] {
  const end = query.indexOf('"', quote + 1);
  if (end < 0) throw new IssueQueryError(query, quote, 'this quote is never closed', 'close it with another "');
  return [token('phrase', query.slice(quote + 1, end), position), end + 1];
}

function token(kind: QueryTokenKind, text: string, position: number): QueryToken {
  return { kind, text, field: '', position };
}

function match(pattern: RegExp, query: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(query);
}
