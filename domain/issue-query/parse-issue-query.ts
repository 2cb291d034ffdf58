import { IssueQueryError } from '../errors/issue-query-error.js';
import type { IssueQuery } from './issue-query.js';
import { parseFieldTerm, parseTextTerm } from './parse-query-term.js';
import { type QueryToken, tokenizeIssueQuery } from './tokenize-issue-query.js';

const LONGEST_QUERY = 10_000;
const DEEPEST_NESTING = 100;

/**
 * Parses the boolean query of an issue:
 *   banjir AND (jakarta OR bekasi) NOT "banjir diskon" #PrayForJakarta url:kompas.com account:bmkg platform:x
 *   region:31 since:2026-01-01 until:2026-01-31
 * Terms side by side are joined by AND, which binds closer than OR; operators are written in capitals; `-` before a term
 * is NOT; a word may end in `*`. Dates are whole days in WIB (UTC+7) unless they name a time and an offset.
 * Throws IssueQueryError at the position of the mistake.
 */
export function parseIssueQuery(query: string): IssueQuery {
  if (query.length > LONGEST_QUERY)
    throw new IssueQueryError(query, LONGEST_QUERY, `the query is longer than ${LONGEST_QUERY} characters`);
  return new Parser(query).parse();
}

class Parser {
  readonly #query: string;
  readonly #tokens: readonly QueryToken[];
  #next = 0;
  #depth = 0;

  constructor(query: string) {
    this.#query = query;
    this.#tokens = tokenizeIssueQuery(query);
  }

  parse(): IssueQuery {
    if (this.#tokens.length === 0)
      throw new IssueQueryError(this.#query, 0, 'the query is empty', 'write at least one term');
    const query = this.#or();
    const left = this.#peek();
    if (left !== undefined) throw this.#unexpected(left, 'this closes a bracket that was never opened');
    return query;
  }

  #or(): IssueQuery {
    const terms = [this.#and()];
    while (this.#take('or')) terms.push(this.#and());
    return terms.length === 1 ? terms[0]! : { kind: 'or', terms };
  }

  #and(): IssueQuery {
    const terms = [this.#term()];
    for (;;) {
      const next = this.#peek()?.kind;
      if (next === undefined || next === 'or' || next === 'close') break;
      this.#take('and');
      terms.push(this.#term());
    }
    return terms.length === 1 ? terms[0]! : { kind: 'and', terms };
  }

  #term(): IssueQuery {
    const token = this.#peek();
    if (token === undefined) throw new IssueQueryError(this.#query, this.#query.length, 'a term is missing at the end');
    this.#next += 1;
    switch (token.kind) {
      case 'not':
        return { kind: 'not', term: this.#nested(token, () => this.#term()) };
      case 'open':
        return this.#nested(token, () => this.#bracket(token));
      case 'field':
        return parseFieldTerm(this.#query, token);
      case 'word':
      case 'phrase':
        return parseTextTerm(this.#query, token);
      default:
        throw this.#unexpected(token, `"${token.text}" stands where a term should be`);
    }
  }

  #bracket(open: QueryToken): IssueQuery {
    const inside = this.#or();
    if (!this.#take('close')) throw new IssueQueryError(this.#query, open.position, 'this bracket is never closed');
    return inside;
  }

  #nested<T>(token: QueryToken, parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING)
      throw this.#unexpected(token, `more than ${DEEPEST_NESTING} brackets inside each other`);
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#next];
  }

  #take(kind: QueryToken['kind']): boolean {
    const taken = this.#peek()?.kind === kind;
    if (taken) this.#next += 1;
    return taken;
  }

  #unexpected(token: QueryToken, message: string): IssueQueryError {
    return new IssueQueryError(this.#query, token.position, message);
  }
}
