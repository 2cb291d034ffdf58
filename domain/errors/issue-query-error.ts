import { CodedError } from './coded-error.js';

/** A fault in an issue's query: `position` counts characters of `query` from 0. */
export class IssueQueryError extends CodedError {
  readonly query: string;
  readonly position: number;

  constructor(query: string, position: number, message: string, hint?: string) {
    super('BAD_ISSUE_QUERY', message, {
      at: `character ${position + 1} of the query`,
      ...(hint === undefined ? {} : { hint }),
    });
    this.name = 'IssueQueryError';
    this.query = query;
    this.position = position;
  }

  /** The query with a caret under the mistake, for people at a terminal. */
  pointer(): string {
    return `${this.query.replaceAll(/\s/g, ' ')}\n${' '.repeat(this.position)}^`;
  }
}
