import type { Behaviour } from './action.js';
import type { GroupLineage } from './group-lineage.js';
import type { LayerGroup } from './layer-group.js';

export const REVIEW_STATES = ['UNREVIEWED', 'CONFIRMED', 'DISMISSED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * Edges of a group that its finding keeps, with their tests and their evidence: all that 63 accounts have which all meet, and
 * a megabyte. All edges of a group of 50,000 accounts took 200.
 */
export const MOST_KEPT_EDGES = 2_000;

/**
 * Accounts joined by more co-action than chance explains (calibrated) or than the parameters ask for (compatible). It
 * says that they acted at the same time on the same things, never why: the chance rate and the ordinary explanations
 * stand beside it, and people decide.
 */
export interface CoTimedGroup {
  /** `<run id>-g<number>`: the same run gives the same ids. */
  readonly id: string;
  readonly runId: string;
  readonly issueId: string;
  readonly behaviours: readonly Behaviour[];
  /** What ties it, see docs/methods/co-action.md. Absent in findings from before it was measured. */
  readonly attribution?: readonly BehaviourShare[];
  /** Groups of one behaviour alone that share accounts with it; absent in findings from before these were looked for. */
  readonly layerGroups?: readonly LayerGroup[];
  /** Account ids, sorted. */
  readonly members: readonly string[];
  /** Of all edges the strongest, see strongest-edges.ts: in a finding at most MOST_KEPT_EDGES. Sorted by from, to, behaviour. */
  readonly edges: readonly CoTimedEdge[];
  /** All edges, counted. Absent in findings from before there was a bound: they have them all. */
  readonly edgeCount?: number;
  /** Pairs of mentions behind all edges, counted. */
  readonly evidenceCount: number;
  /** Those behind the edges that the finding keeps: the rows of FindingStore.evidence. Absent where there was no bound. */
  readonly evidenceKept?: number;
  readonly chance: ChanceRate;
  readonly explanations: readonly OrdinaryExplanation[];
}

/** How many edges a group has, those included that are not kept. */
export function edgeCountOf({ edgeCount, edges }: Pick<CoTimedGroup, 'edgeCount' | 'edges'>): number {
  return edgeCount ?? edges.length;
}

/** How many rows of evidence are kept. */
export function evidenceKeptOf(group: Pick<CoTimedGroup, 'evidenceKept' | 'evidenceCount'>): number {
  return group.evidenceKept ?? group.evidenceCount;
}

/** How much of what ties a group one behaviour makes. Those of a group are listed largest first and sum to 1. */
export interface BehaviourShare {
  readonly behaviour: Behaviour;
  readonly share: number;
}

/** Two accounts of a group, `from` < `to` by code point. */
export interface CoTimedEdge {
  readonly from: string;
  readonly to: string;
  readonly behaviour: Behaviour;
  /** Pairs of mentions on one object within the window. */
  readonly weight: number;
  /** Distinct objects among them. */
  readonly objects: number;
  /**
   * Mentions in these pairs of the account that has fewer, over those of the other: 1 where both have as many, 0.01 for
   * one against a hundred. Absent in findings from before it was measured.
   */
  readonly symmetry?: number;
  /**
   * What chance says of it, by window ascending: one for each window that kept it; the weight is counted at the widest.
   * Null in compatible mode, which tests no pair; absent in findings from before these were kept.
   */
  readonly tests?: readonly EdgeTest[] | null;
}

/** Both tests of two accounts in one behaviour at one window, see docs/methods/co-action.md. To six significant digits. */
export interface EdgeTest {
  readonly windowSeconds: number;
  /** Co-actions that count as evidence of their own. */
  readonly occasions: number;
  /** Occasions that chance alone would give. */
  readonly expected: number;
  /** The lowest false discovery rate at which the pair passes test 1, who, and test 2, when. */
  readonly qWho: number;
  readonly qWhen: number;
}

/** What shuffled copies of the same data show, in which accounts are permuted within time bins. */
export interface ChanceRate {
  /** Pairs of accounts kept by the same parameters in the data. */
  readonly observedPairs: number;
  /** The same, mean over the copies. Without copies not known: null, and 0 in groups of runs from before that. */
  readonly expectedPairs: number | null;
  /** Share of the copies with a group of this size or larger. Likewise. */
  readonly copiesWithGroupAsLarge: number | null;
  readonly copies: number;
  readonly binHours: number;
  /**
   * The false discovery rate from which on the group's edges hold it together; null in compatible mode, absent in groups
   * of runs from before there was another.
   */
  readonly qValue?: number | null;
}

/** The rate with null for what is not known, whenever it was kept: not known is not never. */
export function knownChance(chance: ChanceRate): ChanceRate {
  return chance.copies > 0 ? chance : { ...chance, expectedPairs: null, copiesWithGroupAsLarge: null };
}

/** How many of the copies have a group of this size or larger; null where not known. */
export function copiesAsLarge({ copies, copiesWithGroupAsLarge: share }: ChanceRate): number | null {
  return copies === 0 || share === null ? null : Math.round(share * copies);
}

export const EXPLANATION_KINDS = [
  'DECLARED_GOVERNMENT_AMPLIFICATION',
  'NEWS_SYNDICATION',
  'SHARED_SOURCE',
  'ONE_HYPERACTIVE_ACCOUNT',
  'BURST_EVERYONE_JOINED',
  'ON_THE_HOUR',
] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** An ordinary reason for co-timing and how much of this group's evidence it covers. Always computed, always shown. */
export interface OrdinaryExplanation {
  readonly kind: ExplanationKind;
  /** 0..1: the share of the group's members or evidence that fits, as the kind defines it in docs/methods.md. */
  readonly share: number;
}

/** One pair of mentions behind an edge. */
export interface EvidenceRow {
  readonly from: string;
  readonly to: string;
  readonly behaviour: Behaviour;
  /** What both acted on: a mention id, a canonical link, a hashtag or several with a space between, a media hash. */
  readonly object: string;
  readonly fromMentionId: string;
  readonly toMentionId: string;
  /** Unix milliseconds. */
  readonly fromTime: number;
  readonly toTime: number;
}

/** A finding with the group of earlier runs that it is again. That depends on what was run before, and is in no run document. */
export interface TracedGroup extends CoTimedGroup {
  /** Absent in findings from before groups were traced. */
  readonly lineage?: GroupLineage;
}

/** A finding as it is kept: with the state that people gave it, which a later run never overwrites. */
export interface StoredGroup extends TracedGroup {
  readonly reviewState: ReviewState;
  /** From when on that no longer holds, in Unix milliseconds; absent where nothing was decided. */
  readonly reviewUntil?: number;
}

/** A group of a line in one run, as its history shows it; all else stands in its finding. */
export interface GroupInRun {
  readonly id: string;
  readonly runId: string;
  /** What people decided on it as this run found it. */
  readonly reviewState: ReviewState;
}
