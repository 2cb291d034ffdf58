import type { IssueMatcher, MatchableMention } from '#domain/issue-query/issue-matcher.js';

/** A mention to decide about; `Key` is what its store calls it by. */
export interface AskedMention<Key> {
  readonly id: Key;
  readonly parentId: Key | null;
  readonly mention: MatchableMention;
}

export interface MembershipDecision<Row> {
  /** All that belong in, those among them that were in before, and those that are in and belong out. */
  readonly inside: readonly Row[];
  readonly joined: readonly Row[];
  readonly left: readonly Row[];
}

/**
 * One step of the rule in issue-matcher.ts: a mention belongs in when it matches, or when its parent is in and it is
 * within scope. Responses to what joined or left have to be asked next, and theirs, until nothing moves.
 */
export function decideMembership<Key, Row extends AskedMention<Key>>(
  matcher: IssueMatcher,
  rows: readonly Row[],
  isMember: (id: Key) => boolean,
): MembershipDecision<Row> {
  const inside: Row[] = [];
  const joined: Row[] = [];
  const left: Row[] = [];
  for (const row of rows) {
    const { parentId, mention } = row;
    const belongs =
      matcher.matches(mention) || (parentId !== null && isMember(parentId) && matcher.withinScope(mention));
    const isIn = isMember(row.id);
    if (belongs) inside.push(row);
    if (belongs && !isIn) joined.push(row);
    if (!belongs && isIn) left.push(row);
  }
  return { inside, joined, left };
}
