import type { CascadeMetrics, MatchedMeasure } from './cascade.js';
import type { WindowOutcome } from './detection.js';
import type { CoTimedGroup, EvidenceRow } from './finding.js';
import type { CommunityMethod, GraphEngineName } from './graph-engine.js';
import type { Issue } from './issue.js';
import type { IssueSentiment } from './issue-sentiment.js';
import type { MentionKind, Stream } from './mention.js';
import type { PathSampling } from './network-measures.js';
import type { RunParameters } from './run.js';

/**
 * All that a run found, without times of execution: the same input, parameters and code give the same bytes. Reports
 * read this document and nothing else. Accounts appear by their id, a pseudonym.
 */
export interface RunDocument {
  readonly runId: string;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly parameters: RunParameters;
  /** Without those it is shared with: that changes between runs of the same id, which give the same bytes. */
  readonly issue: Pick<Issue, 'id' | 'title' | 'query' | 'queryVersion' | 'ownerAgencyId'>;
  readonly coverage: Coverage;
  /** The earliest mention; null where there is none. */
  readonly firstMention: FirstMention | null;
  /** The full hour with most mentions, the earliest of several; `start` in Unix milliseconds. */
  readonly busiestHour: { readonly start: number; readonly mentions: number } | null;
  readonly timeline: Timeline;
  readonly network: NetworkSummary;
  /** Absent in documents of runs from before these were measured. */
  readonly measures?: MeasuresSummary;
  readonly mostAmplified: readonly RankedAccount[];
  readonly mostActive: readonly RankedAccount[];
  readonly firstMovers: readonly RankedAccount[];
  readonly communities: readonly Community[];
  readonly cascades: CascadeSummary;
  /** Absent in documents of runs from before these were counted. */
  readonly hops?: IssueHops;
  /** By GROWTH_HOURS; empty where there is no mention, absent in documents of runs from before it was measured. */
  readonly growth?: readonly GrowthWindow[];
  /** Absent in documents of runs from before it was told. */
  readonly sentiment?: IssueSentiment;
  readonly groups: readonly DocumentedGroup[];
  /** See Detection.crowdedObjects. Absent in documents of runs from before there was a bound. */
  readonly crowdedObjects?: number;
  /** How the result moves with the window; empty in compatible mode, absent in runs from before there was another. */
  readonly windows?: readonly WindowOutcome[];
}

/** How the result moves with the window; null for a run that did not compute it. */
export function computedWindows({ windows = [] }: Pick<RunDocument, 'windows'>): readonly WindowOutcome[] | null {
  return windows.length === 0 ? null : windows;
}

/** What the data holds and what it lacks, so that a reader knows what the figures cannot say. */
export interface Coverage {
  readonly mentions: number;
  readonly accounts: number;
  /** Unix milliseconds; null where there is no mention. */
  readonly from: number | null;
  readonly to: number | null;
  readonly byPlatform: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<MentionKind, number>>;
  readonly byStream: Readonly<Record<Stream, number>>;
  readonly withRegion: number;
  /** Mentions by province code, those of its regencies and cities included; provinces without one are left out. */
  readonly byProvince: Readonly<Record<string, number>>;
  /**
   * Milliseconds that nearly all times are whole multiples of: a day, an hour, a minute, a second, or 1. What is closer
   * together than this was not measured.
   */
  readonly timeStepMs: number;
  /** Mentions that name a parent outside the issue or never imported. */
  readonly parentsMissing: number;
  readonly accountsWithFollowers: number;
}

export interface FirstMention {
  readonly accountId: string;
  /** Unix milliseconds. */
  readonly time: number;
  readonly platform: string;
  readonly kind: MentionKind;
}

export interface Timeline {
  readonly bucketMs: number;
  readonly buckets: readonly TimelineBucket[];
}

/** Mentions from `start` (Unix milliseconds) until the next bucket. */
export interface TimelineBucket {
  readonly start: number;
  readonly counts: readonly { readonly stream: Stream; readonly kind: MentionKind; readonly count: number }[];
}

export interface NetworkSummary {
  readonly accounts: number;
  /** Ordered pairs (u, v): v amplified u. */
  readonly edges: number;
  readonly amplifications: number;
  /** Accounts that others amplified. Absent in documents of runs from before they were counted. */
  readonly amplifiedAccounts?: number;
  readonly modularity: number;
  readonly communities: number;
  /** Null where it was not measured. Absent in documents of runs from before it was. */
  readonly stability?: StabilitySummary | null;
  readonly picture: NetworkPicture;
}

/** How far the communities hang on the seed: see CommunityStability; to four decimals. */
export interface StabilitySummary {
  /** Compared with each other, the run's own included. */
  readonly partitions: number;
  readonly adjustedRand: number;
  readonly lowestAdjustedRand: number;
  readonly variationOfInformation: number;
}

/** The head of what an engine measured of the network; values to six significant digits. */
export interface MeasuresSummary {
  readonly engine: GraphEngineName;
  readonly method: CommunityMethod;
  /** Parts of the network without an edge between them; `largest` in accounts. */
  readonly components: { readonly count: number; readonly largest: number };
  /** Largest first; all accounts together sum to 1. */
  readonly pageRank: readonly RankedAccount[];
  /** Largest first; what the values mean depends on `sampling`. */
  readonly betweenness: {
    readonly sampling: PathSampling;
    readonly sources: number;
    readonly accounts: readonly EstimatedAccount[];
  };
}

/** A drawing of the network: `nodes.length` of `accounts` accounts, the most connected ones. */
export interface NetworkPicture {
  readonly accounts: number;
  readonly edges: number;
  readonly nodes: readonly PictureNode[];
  readonly links: readonly { readonly source: number; readonly target: number; readonly weight: number }[];
  /** Where not all accounts are drawn: the communities as wholes. Absent in runs from before it was made. */
  readonly communities?: CommunityPicture;
}

/** A drawing of the communities: `nodes.length` of `count`, the largest, and `links.length` of `pairs` pairs of them. */
export interface CommunityPicture {
  readonly count: number;
  readonly pairs: number;
  readonly nodes: readonly {
    readonly community: number;
    readonly accounts: number;
    readonly x: number;
    readonly y: number;
  }[];
  /** Source and target are places in `nodes`; the weight counts amplifications between the two, either way. */
  readonly links: readonly { readonly source: number; readonly target: number; readonly weight: number }[];
}

export interface PictureNode {
  readonly accountId: string;
  readonly community: number;
  readonly x: number;
  readonly y: number;
  readonly amplified: number;
}

export interface RankedAccount {
  readonly accountId: string;
  readonly value: number;
}

export interface EstimatedAccount extends RankedAccount {
  /** By how much the value may be off (betweenness-error.ts), null where it is no estimate. Absent in older documents. */
  readonly error?: number | null;
}

export interface Community {
  /** 0 is the largest. */
  readonly number: number;
  readonly accounts: number;
  readonly mentions: number;
  /** Amplifications inside and across its border. */
  readonly inside: number;
  readonly across: number;
  readonly topAccounts: readonly RankedAccount[];
  readonly topHashtags: readonly { readonly hashtag: string; readonly count: number }[];
  /** What marks it beside the rest of the network, at most one of each kind. Absent in runs from before it was looked for. */
  readonly shared?: readonly SharedMark[];
  /** See CommunityStability.foundAgain; null where it was not measured, absent in runs from before it was. */
  readonly foundAgain?: number | null;
}

/** Kinds of what communities are named by, in the order in which a name has them. */
export const MARK_KINDS = ['HASHTAG', 'PROVINCE', 'OUTLET'] as const;

/** `accounts` of the `members` of a community carried it, and `elsewhere` of the `others` in the network. */
export interface SharedMark {
  readonly kind: (typeof MARK_KINDS)[number];
  readonly name: string;
  readonly accounts: number;
  readonly members: number;
  readonly elsewhere: number;
  readonly others: number;
}

export interface CascadeSummary {
  readonly count: number;
  readonly lone: number;
  /** Of the measures that say most, over the cascades of two mentions or more. Absent in runs from before these were counted. */
  readonly spreads?: readonly MeasureSpread[];
  readonly largest: readonly CascadeMetrics[];
}

/** Lengths of the windows by which an issue's growth is told. */
export const GROWTH_HOURS = [1, 6, 24] as const;

/** Mentions in windows of so many hours: the first of the issue, and the latest beside all earlier ones. */
export interface GrowthWindow {
  readonly hours: number;
  readonly first: number;
  readonly latest: number;
  /** Earlier whole windows, one after the other; the percentile is that of the latest among them, null for fewer than 20. */
  readonly past: {
    readonly windows: number;
    readonly median: number | null;
    readonly most: number | null;
    readonly percentile: number | null;
  };
}

/** Under which name a run's manifest counts the mentions in the first hours of its issue. */
export function firstMentionsCount(hours: number): string {
  return `firstMentions${hours}h`;
}

/** How a measure is spread over cascades: half are at most the median, nine tenths at most the ninetieth percentile. */
export interface MeasureSpread {
  readonly measure: 'size' | MatchedMeasure;
  readonly median: number;
  readonly ninetieth: number;
  readonly most: number;
}

/** How the issue moved between places: steps from the mention of one place to one of another that amplified it. */
export interface IssueHops {
  readonly platforms: HopTable;
  /** By province code. */
  readonly provinces: HopTable;
  /** News and social. */
  readonly streams: HopTable;
}

/** `hops` of the `known` steps lead to another place, and `known` of all `steps` join two mentions whose places are known. */
export interface HopTable {
  readonly steps: number;
  readonly known: number;
  readonly hops: number;
  /** Ordered pairs of places with a hop; `commonest` has the first of them, most hops first. */
  readonly ways: number;
  readonly commonest: readonly { readonly from: string; readonly to: string; readonly times: number }[];
}

/**
 * A group with the strongest of its edges (`edgeCount` says of how many) and some rows of its evidence, of many pairs,
 * heaviest edge first (`evidenceCount` says how many there are, `evidenceKept` how many the finding has).
 */
export interface DocumentedGroup extends CoTimedGroup {
  readonly evidence: readonly DocumentedEvidence[];
}

/** `row` is its number among all rows of the finding, from 1, in the order of FindingStore.evidence. */
export interface DocumentedEvidence extends EvidenceRow {
  readonly row: number;
}
