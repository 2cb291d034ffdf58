import { createHash } from 'node:crypto';
import type { EmergingCandidate, EmergingIssue, EmergingSearch } from '#domain/emerging-issue.js';

const DAY = 86_400_000;
const ID_LENGTH = 16;

/** Of a candidate that was found before this period began, the last window ends no more than two days before it. */
export function foundSince({ from }: EmergingSearch): number {
  return from - 2 * DAY;
}

/**
 * What a store has to write behind a search: each of what it found as a candidate that is known, where one shares an object with
 * it and is no more than a day away, or as a new one. `known` are those found since foundSince. Those that people
 * decided come with what is new of them all the same: the store leaves what they saw as it is.
 */
export function candidatesAfter(
  search: EmergingSearch,
  found: readonly EmergingIssue[],
  known: readonly EmergingCandidate[],
): EmergingCandidate[] {
  const byObject = new Map<string, EmergingCandidate[]>();
  for (const candidate of inOrder(known))
    for (const object of objectsOf(candidate.issue)) byObject.set(object, [...(byObject.get(object) ?? []), candidate]);
  const taken = new Set<string>();
  return found.map((one, i) => {
    const issue = withoutTexts(one);
    const span = spanOf(issue);
    const before = objectsOf(issue)
      .flatMap((object) => byObject.get(object) ?? [])
      .find((candidate) => !taken.has(candidate.id) && isNear(candidate, span));
    const place = { searchId: search.id, foundTo: search.to, place: i + 1 };
    if (before === undefined)
      return { id: newId(search, i), ...place, ...span, state: 'CANDIDATE', issueId: null, issue };
    taken.add(before.id);
    const firstFrom = Math.min(before.firstFrom, span.firstFrom);
    const lastTo = Math.max(before.lastTo, span.lastTo);
    const newer = search.to >= before.foundTo ? { ...place, issue } : {};
    return { ...before, ...newer, firstFrom, lastTo };
  });
}

interface Span {
  readonly firstFrom: number;
  readonly lastTo: number;
}

function spanOf({ objects }: EmergingIssue): Span {
  return {
    firstFrom: objects.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
    lastTo: objects.reduce((last, { to }) => Math.max(last, to), Number.NEGATIVE_INFINITY),
  };
}

function isNear(one: Span, other: Span): boolean {
  return one.firstFrom - other.lastTo <= DAY && other.firstFrom - one.lastTo <= DAY;
}

function objectsOf({ objects }: EmergingIssue): string[] {
  return objects.map(({ kind, name }) => `${kind} ${name}`);
}

/** Newest first, whatever order a store gives. */
function inOrder(known: readonly EmergingCandidate[]): EmergingCandidate[] {
  return known.toSorted((a, b) => b.foundTo - a.foundTo || a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** What people wrote stays with their mentions: who deletes one deletes it everywhere. */
function withoutTexts(issue: EmergingIssue): EmergingIssue {
  return { ...issue, examples: issue.examples.map((example) => ({ ...example, text: null })) };
}

function newId({ id }: EmergingSearch, place: number): string {
  return createHash('sha256')
    .update(JSON.stringify([id, place]))
    .digest('hex')
    .slice(0, ID_LENGTH);
}
