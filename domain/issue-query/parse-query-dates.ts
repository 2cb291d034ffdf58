import { IssueQueryError } from '../errors/issue-query-error.js';
import type { IssueQuery } from './issue-query.js';
import type { QueryToken } from './tokenize-issue-query.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;

/** `since:D` (from D on), `until:D` (D included), `date:D..E` (both included); `date:D` is that one day. */
export function parseQueryDates(query: string, token: QueryToken): IssueQuery {
  const [first, last] = token.field === 'date' ? splitRange(token.text) : [token.text, token.text];
  const from = token.field === 'until' ? Number.NEGATIVE_INFINITY : parseMoment(query, token, first).from;
  const until = token.field === 'since' ? Number.POSITIVE_INFINITY : parseMoment(query, token, last).until;
  if (from >= until) throw new IssueQueryError(query, token.position, `"${token.text}" ends before it begins`);
  return { kind: 'dates', from, until };
}

function splitRange(text: string): [string, string] {
  const [first, last = first] = text.split('..', 2) as [string, string?];
  return [first, last];
}

/** A day spans 24 hours of WIB (UTC+7); an instant spans the millisecond it names. */
function parseMoment(query: string, token: QueryToken, text: string): { from: number; until: number } {
  if (DAY.test(text)) {
    const from = Date.parse(`${text}T00:00:00+07:00`);
    if (!Number.isNaN(from) && isRealDay(text)) return { from, until: from + DAY_MS };
  } else if (INSTANT.test(text)) {
    const from = Date.parse(text);
    if (!Number.isNaN(from)) return { from, until: from + 1 };
  }
  throw new IssueQueryError(
    query,
    token.position,
    `"${text}" is not a date`,
    'write 2026-01-31, or 2026-01-31T07:00:00+07:00',
  );
}

// Date.parse rolls 31 February over into March.
function isRealDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
