import { isWithinRegion } from '../region.js';
import { wordsOf } from '../text-words.js';
import type { IssueMatcher, MatchableMention } from './issue-matcher.js';
import type { IssueQuery } from './issue-query.js';
import { parseIssueQuery } from './parse-issue-query.js';
import { comparableUrl } from './parse-query-term.js';

/** A mention with its words joined once, however many terms look at them: ` word word word `. */
interface Candidate {
  readonly mention: MatchableMention;
  words(): string;
}

type Condition = (candidate: Candidate) => boolean;

/** Parses a query into something that can be asked of mentions. Throws IssueQueryError at the position of a mistake. */
export function compileIssueQuery(query: string): IssueMatcher {
  const parsed = parseIssueQuery(query);
  const condition = compile(parsed);
  const scope = conjuncts(parsed).filter(isScope).map(compile);
  return {
    matches: (mention) => condition(candidate(mention)),
    withinScope: (mention) => scope.every((part) => part(candidate(mention as MatchableMention))),
  };
}

function candidate(mention: MatchableMention): Candidate {
  let words: string | undefined;
  return {
    mention,
    words: () => {
      words ??= ` ${wordsOf(mention.text).join(' ')} `;
      return words;
    },
  };
}

function conjuncts(query: IssueQuery): readonly IssueQuery[] {
  return query.kind === 'and' ? query.terms.flatMap(conjuncts) : [query];
}

/** Whether a part of a query looks at platform, region and date alone. */
function isScope(query: IssueQuery): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.terms.every(isScope);
  if (query.kind === 'not') return isScope(query.term);
  return query.kind === 'platform' || query.kind === 'region' || query.kind === 'dates';
}

function compile(query: IssueQuery): Condition {
  switch (query.kind) {
    case 'and': {
      const terms = query.terms.map(compile);
      return (mention) => terms.every((term) => term(mention));
    }
    case 'or': {
      const terms = query.terms.map(compile);
      return (mention) => terms.some((term) => term(mention));
    }
    case 'not': {
      const term = compile(query.term);
      return (mention) => !term(mention);
    }
    case 'words': {
      const sought = ` ${query.words.join(' ')}${query.prefix ? '' : ' '}`;
      return ({ words }) => words().includes(sought);
    }
    default:
      return compileField(query);
  }
}

function compileField(query: Exclude<IssueQuery, { kind: 'and' | 'or' | 'not' | 'words' }>): Condition {
  switch (query.kind) {
    case 'hashtag':
      return ({ mention }) => mention.hashtags.includes(query.hashtag);
    case 'url':
      return ({ mention }) => mention.urls.some((url) => isUnder(comparableUrl(url), query.url));
    case 'account':
      return ({ mention }) =>
        mention.accountHandle?.toLowerCase() === query.account ||
        mention.accountNativeId.toLowerCase() === query.account;
    case 'platform':
      return ({ mention }) => mention.platform === query.platform;
    case 'region':
      return ({ mention }) => mention.regionCode !== null && isWithinRegion(mention.regionCode, query.code);
    case 'dates':
      return ({ mention }) => mention.publishedAt >= query.from && mention.publishedAt < query.until;
  }
}

/** `kompas.com` holds `kompas.com/x` and `bola.kompas.com`, but not `notkompas.com`. */
function isUnder(url: string, area: string): boolean {
  for (let rest = url; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (rest === area || (rest.startsWith(area) && /^[/?#]/.test(rest.slice(area.length)))) return true;
    if (!/^[^/?#]*\./.test(rest)) return false;
  }
}
