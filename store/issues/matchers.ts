import { compileIssueQuery } from '#domain/issue-query/compile-issue-query.js';
import type { IssueMatcher } from '#domain/issue-query/issue-matcher.js';

/** Compiled queries by their text: every batch of an import asks the same few. */
export class Matchers {
  readonly #matchers = new Map<string, IssueMatcher>();

  of(query: string): IssueMatcher {
    let matcher = this.#matchers.get(query);
    if (matcher === undefined) {
      matcher = compileIssueQuery(query);
      this.#matchers.set(query, matcher);
    }
    return matcher;
  }
}
