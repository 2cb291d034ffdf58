import { toldCount } from './access/told-count.js';
import type { ChanceRate, OrdinaryExplanation, StoredGroup } from './finding.js';
import { evidenceKeptOf, knownChance } from './finding.js';

/** What of a finding lies in the regions of a caller: accounts with a mention of its evidence there, and pairs of two such mentions. */
export interface SeenPart {
  readonly members: number;
  readonly evidence: number;
}

/** What is told of the rest. Null where it is of too few accounts. */
export interface PartElsewhere {
  readonly members: number | null;
  readonly evidence: number | null;
}

/** The chance rate without counts of pairs: with few accounts, the number of pairs is the number of accounts. */
export interface RegionalChance extends Pick<ChanceRate, 'copies' | 'copiesWithGroupAsLarge' | 'qValue'> {
  /** Of the pairs that the run kept in all of the issue, as a share of them, so many chance would give. */
  readonly expectedShare: number | null;
}

/**
 * A co-timed group as a caller of some regions sees it: what is of the group as a whole, nothing by which its rows in other
 * regions can be counted back. Size, edges, layers and lineage are left out for that; shares are told in tenths, and as none,
 * some or all where the number of accounts elsewhere is not told.
 */
export interface RegionalGroup
  extends Pick<StoredGroup, 'id' | 'runId' | 'behaviours' | 'reviewState' | 'reviewUntil'> {
  readonly chance: RegionalChance;
  readonly explanations: readonly OrdinaryExplanation[];
  readonly seen: SeenPart;
  readonly elsewhere: PartElsewhere;
}

export function regionalGroup(group: StoredGroup, seen: SeenPart, leastCell: number): RegionalGroup {
  const { id, runId, behaviours, reviewState, reviewUntil } = group;
  const rest = elsewhere(group, seen, leastCell);
  const toldShare = rest.members === null ? toldRoughly : toldInTenths;
  return {
    ...{ id, runId, behaviours, reviewState },
    ...(reviewUntil !== undefined && { reviewUntil }),
    chance: regionalChance(group.chance, rest.members !== null),
    explanations: group.explanations.map(({ kind, share }) => ({ kind, share: toldShare(share) })),
    seen,
    elsewhere: rest,
  };
}

function toldInTenths(share: number): number {
  return Math.round(share * 10) / 10;
}

/** None, some or all: of few accounts, a share in tenths gives their number away. */
function toldRoughly(share: number): number {
  return share === 0 || share === 1 ? share : 0.5;
}

/** Pairs follow from accounts, and are told where these are. */
function elsewhere(group: StoredGroup, seen: SeenPart, leastCell: number): PartElsewhere {
  const members = group.members.length - seen.members;
  const evidence = evidenceKeptOf(group) - seen.evidence;
  const told = toldCount(members, leastCell);
  return { members: told, evidence: evidence === 0 || (told !== null && told > 0) ? evidence : null };
}

/** How many copies had a group as large follows from its size. */
function regionalChance(chance: ChanceRate, isSizeTold: boolean): RegionalChance {
  const { observedPairs, expectedPairs, copies, copiesWithGroupAsLarge, qValue } = knownChance(chance);
  const expectedShare =
    expectedPairs === null || observedPairs === 0 ? null : Math.round((100 * expectedPairs) / observedPairs) / 100;
  return {
    expectedShare,
    copies,
    copiesWithGroupAsLarge: isSizeTold ? copiesWithGroupAsLarge : null,
    qValue: qValue ?? null,
  };
}
