/** Accounts of a group; groups of one run have no account in common. */
export interface GroupMembers {
  /** Account ids, sorted. */
  readonly members: readonly string[];
}

export interface GroupMatch<Earlier> {
  /** Position in the groups of the later run. */
  readonly group: number;
  readonly earlier: Earlier;
  /** Accounts that are in both. */
  readonly stayed: number;
}

interface Candidate {
  readonly group: number;
  readonly other: number;
  readonly stayed: number;
  readonly either: number;
}

/**
 * Which groups of an earlier run those of a later one are again: two are the same group when at least half of the accounts
 * that are in either are in both (Jaccard similarity of 1/2 or more; Greene, Doyle and Cunningham 2010 match communities
 * from step to step by it), each group at most once.
 *
 * Taking the most similar pairs first gives a matching of the largest total similarity, so that no solver of assignments
 * is needed: groups of one run are disjoint, so the similarities of one group sum to 1 at most, and a pair above 1/2 has
 * no rival. Rivals at exactly 1/2 are the two halves of a group that split or was joined: of these, the one whose first
 * account is lower goes on.
 */
export function matchGroups<Earlier extends GroupMembers>(
  groups: readonly GroupMembers[],
  earlier: readonly Earlier[],
): readonly GroupMatch<Earlier>[] {
  const groupOf = membership(earlier);
  const candidates = groups.flatMap(({ members }, group) =>
    overlaps(members, groupOf).flatMap(([other, stayed]): Candidate[] => {
      const either = members.length + earlier[other]!.members.length - stayed;
      return 2 * stayed >= either ? [{ group, other, stayed, either }] : [];
    }),
  );
  // Cross-multiplied, since a rounded quotient could tell equals apart.
  candidates.sort(
    (a, b) =>
      b.stayed * a.either - a.stayed * b.either ||
      byFirstMember(groups, a.group, b.group) ||
      byFirstMember(earlier, a.other, b.other),
  );
  const taken = { groups: new Set<number>(), others: new Set<number>() };
  return candidates.flatMap(({ group, other, stayed }) => {
    if (taken.groups.has(group) || taken.others.has(other)) return [];
    taken.groups.add(group);
    taken.others.add(other);
    return [{ group, earlier: earlier[other]!, stayed }];
  });
}

function membership(groups: readonly GroupMembers[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ members }, group) => members.map((account) => [account, group] as const)));
}

function overlaps(members: readonly string[], groupOf: ReadonlyMap<string, number>): [number, number][] {
  const counts = new Map<number, number>();
  for (const account of members) {
    const group = groupOf.get(account);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts];
}

function byFirstMember(groups: readonly GroupMembers[], a: number, b: number): number {
  const [one, other] = [groups[a]!.members[0]!, groups[b]!.members[0]!];
  return one < other ? -1 : one > other ? 1 : 0;
}
