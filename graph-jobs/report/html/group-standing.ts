import type { ExplanationKind } from '#domain/finding.js';
import type { DocumentedGroup } from '#domain/run-document.js';

/** How a group stands against chance and ordinary accounts, in the order in which a reader should see them. */
export const STANDINGS = ['STANDS_OUT', 'UNKNOWN', 'EXPLAINED', 'WITHIN_CHANCE'] as const;
export type Standing = (typeof STANDINGS)[number];

const MOST_GROUPS = 5;
export const MOSTLY = 0.5;
export const RAREST_SHARE = 0.05;
/** Fewer copies cannot tell 1 in 20 from nothing. */
export const LEAST_COPIES = 20;

const EXPLAINING: readonly ExplanationKind[] = ['DECLARED_GOVERNMENT_AMPLIFICATION', 'NEWS_SYNDICATION'];

/** The rule of docs/methods/co-action.md, "Standing out". */
export function standingOf({ chance, explanations }: DocumentedGroup): Standing {
  if (explanations.some(({ kind, share }) => EXPLAINING.includes(kind) && share >= MOSTLY)) return 'EXPLAINED';
  const { copies, copiesWithGroupAsLarge } = chance;
  if (copies < LEAST_COPIES || copiesWithGroupAsLarge === null) return 'UNKNOWN';
  return copiesWithGroupAsLarge <= RAREST_SHARE ? 'STANDS_OUT' : 'WITHIN_CHANCE';
}

/** The groups of each standing, in the order of `groups`. */
export function groupsByStanding(
  groups: readonly DocumentedGroup[],
): Readonly<Record<Standing, readonly DocumentedGroup[]>> {
  const of = (standing: Standing) => groups.filter((group) => standingOf(group) === standing);
  return {
    STANDS_OUT: of('STANDS_OUT'),
    EXPLAINED: of('EXPLAINED'),
    UNKNOWN: of('UNKNOWN'),
    WITHIN_CHANCE: of('WITHIN_CHANCE'),
  };
}

/** Those that stand out first, those that chance explains last; the order of `groups` within. */
export function groupsInReadingOrder(groups: readonly DocumentedGroup[]): readonly DocumentedGroup[] {
  const byStanding = groupsByStanding(groups);
  return STANDINGS.flatMap((standing) => byStanding[standing]);
}

/** Those that the report tells of in detail. */
export function detailedGroups(groups: readonly DocumentedGroup[]): readonly DocumentedGroup[] {
  return groupsInReadingOrder(groups).slice(0, MOST_GROUPS);
}
