import type { CoTimedGroup } from '../finding.js';
import type { ClusterPart, ClusterRole } from './cluster-parts.js';

/** A co-timed group of the issue, and how many of its members carried each role in the cluster. */
export interface GroupInside<Group> {
  readonly group: Group;
  readonly members: number;
  readonly inside: Readonly<Record<ClusterRole, number>>;
}

/**
 * Groups with two or more members that told the claim, denied it, or may have; those with most that told it first. What ties
 * a group need not be the claim: its evidence says on what its members acted.
 */
export function groupsInside<Group extends Pick<CoTimedGroup, 'id' | 'members'>>(
  groups: readonly Group[],
  parts: readonly ClusterPart[],
): GroupInside<Group>[] {
  const carriers = { TELLS: new Set<string>(), DENIES: new Set<string>(), CANDIDATE: new Set<string>() };
  for (const { role, mention } of parts) if (role !== null) carriers[role].add(mention.accountId);
  const within = (group: Group, role: ClusterRole) => group.members.filter((id) => carriers[role].has(id)).length;
  return groups
    .map((group) => {
      const inside = {
        TELLS: within(group, 'TELLS'),
        DENIES: within(group, 'DENIES'),
        CANDIDATE: within(group, 'CANDIDATE'),
      };
      return { group, members: group.members.length, inside };
    })
    .filter(({ inside }) => Math.max(inside.TELLS, inside.DENIES, inside.CANDIDATE) >= 2)
    .sort((one, other) => compare(one.inside, other.inside) || (one.group.id < other.group.id ? -1 : 1));
}

function compare(one: GroupInside<never>['inside'], other: GroupInside<never>['inside']): number {
  return other.TELLS - one.TELLS || other.DENIES - one.DENIES || other.CANDIDATE - one.CANDIDATE;
}
