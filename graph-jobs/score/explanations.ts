import type { ActionLayer, DetectedEdge, DetectedGroup, EvidencePair } from '#domain/detection.js';
import { EXPLANATION_KINDS, type ExplanationKind, type OrdinaryExplanation } from '#domain/finding.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { type ActivityOfAll, isOnTheHour } from './issue-activity.js';
import type { SourceOfObject } from './object-source.js';

/** What the evidence tells; the others are told by what is known of the members. */
export type EvidenceKind = Exclude<ExplanationKind, 'DECLARED_GOVERNMENT_AMPLIFICATION' | 'NEWS_SYNDICATION'>;

/** A group as its evidence is judged. */
export interface EvidentGroup extends Pick<DetectedGroup, 'members' | 'evidence'> {
  readonly edges: readonly Pick<DetectedEdge, 'from' | 'to'>[];
}

/**
 * Ordinary reasons for a group's co-timing, each as the share of the members or of the evidence that it covers. All are
 * computed for every group, by the same rule for all; docs/methods/co-action.md defines them.
 */
export function explanationsOf(
  group: DetectedGroup,
  columns: MentionColumns,
  layers: readonly ActionLayer[],
  activity: ActivityOfAll,
  sourceOf: SourceOfObject,
): readonly OrdinaryExplanation[] {
  const members = group.members.map((code) => columns.accounts[code]!);
  const declared = members.filter(({ agencyId }) => agencyId !== null);
  const outlets = members.filter(({ newsOutlet }) => newsOutlet);
  const source = ({ layer, object }: EvidencePair) => sourceOf(layers[layer]!, object);
  const shares: Record<ExplanationKind, number> = {
    DECLARED_GOVERNMENT_AMPLIFICATION: share(declared.length, members.length),
    NEWS_SYNDICATION: share(outlets.length, members.length),
    ...sharesOfEvidence(group, columns.publishedAt, activity, source),
  };
  return EXPLANATION_KINDS.map((kind) => ({ kind, share: shares[kind] }));
}

/** Those that need nothing but who acted when on what: the same on an issue and on a file. */
export function sharesOfEvidence(
  group: EvidentGroup,
  publishedAt: Float64Array,
  activity: ActivityOfAll,
  sourceOf: (pair: EvidencePair) => string,
): Record<EvidenceKind, number> {
  const others = activity.without(group.members);
  const sources = new Tally<string>();
  const accounts = new Tally<number>();
  const mentions = new Set<number>();
  let pairs = 0;
  let inBurst = 0;
  for (const pair of group.evidence) {
    const { from, to } = group.edges[pair.edge]!;
    const { fromMention, toMention } = pair;
    pairs += 1;
    sources.add(sourceOf(pair));
    accounts.add(from);
    accounts.add(to);
    mentions.add(fromMention).add(toMention);
    if (others.isBurst(Math.min(publishedAt[fromMention]!, publishedAt[toMention]!))) inBurst += 1;
  }
  const onTheHour = Array.from(mentions).filter((row) => isOnTheHour(publishedAt[row]!)).length;
  return {
    SHARED_SOURCE: share(sources.most, pairs),
    ONE_HYPERACTIVE_ACCOUNT: share(accounts.most, pairs),
    BURST_EVERYONE_JOINED: share(inBurst, pairs),
    ON_THE_HOUR: excess(share(onTheHour, mentions.size), others.onTheHour),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** How much of what chance leaves over is used: 0 for a share as everyone has it or less, 1 when all are on the hour. */
function excess(own: number, everyone: number): number {
  return everyone >= 1 ? 0 : Math.max(0, (own - everyone) / (1 - everyone));
}

class Tally<K> {
  readonly #counts = new Map<K, number>();
  most = 0;

  add(key: K): void {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    this.most = Math.max(this.most, count);
  }
}
