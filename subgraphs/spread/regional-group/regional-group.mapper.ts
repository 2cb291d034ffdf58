import type { RegionalGroup as DomainGroup } from '#domain/regional-group.js';
import type { RegionalGroup } from './regional-group.type.js';

export interface RegionalGroupNode extends RegionalGroup {
  readonly runId: string;
}

export function toRegionalGroup({ seen, elsewhere, reviewUntil, chance, ...same }: DomainGroup): RegionalGroupNode {
  return {
    ...same,
    chance: { ...chance, qValue: chance.qValue ?? null },
    reviewedUntil: reviewUntil === undefined ? null : new Date(reviewUntil),
    counts: {
      ...seen,
      membersElsewhere: elsewhere.members,
      evidenceElsewhere: elsewhere.evidence,
      withheld: elsewhere.members === null || elsewhere.evidence === null ? 'SUPPRESSED' : null,
    },
  };
}
