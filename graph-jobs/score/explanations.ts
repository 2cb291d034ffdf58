import type { DetectedGroup } from '#domain/detection.js';
import { EXPLANATION_KINDS, type ExplanationKind, type OrdinaryExplanation } from '#domain/finding.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { type EvidenceShares, share } from './evidence-shares.js';
import type { ObjectSources } from './object-source.js';

/**
 * Ordinary reasons for a group's co-timing, each as the share of the members or of the evidence that it covers. All are
 * computed for every group, by the same rule for all; docs/methods/co-action.md defines them.
 */
export function explanationsOf(
  group: DetectedGroup,
  columns: MentionColumns,
  evidence: EvidenceShares,
  sources: ObjectSources,
): readonly OrdinaryExplanation[] {
  const members = group.members.map((code) => columns.accounts[code]!);
  const declared = members.filter(({ agencyId }) => agencyId !== null);
  const outlets = members.filter(({ newsOutlet }) => newsOutlet);
  evidence.begin(group.members);
  for (const { edge, layer, object, fromMention, toMention } of group.evidence) {
    const { from, to } = group.edges[edge]!;
    evidence.add(from, to, sources.of(layer, object), fromMention, toMention);
  }
  const shares: Record<ExplanationKind, number> = {
    DECLARED_GOVERNMENT_AMPLIFICATION: share(declared.length, members.length),
    NEWS_SYNDICATION: share(outlets.length, members.length),
    ...evidence.shares(),
  };
  return EXPLANATION_KINDS.map((kind) => ({ kind, share: shares[kind] }));
}
