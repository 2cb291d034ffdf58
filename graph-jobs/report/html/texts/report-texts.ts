import type { AccountLayer } from '#domain/account.js';
import type { Behaviour } from '#domain/action.js';
import type { ExplanationKind } from '#domain/finding.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import type { PathSampling } from '#domain/network-measures.js';
import type { DetectionMode } from '#domain/run.js';
import type { Standing } from '../group-standing.js';
import type { TimeStep } from '../time-steps.js';
import type { ClaimTexts } from './claim-texts.js';
import type { MethodTexts, StrongestTexts, WindowTexts } from './method-texts.js';
import type { SentimentTexts } from './sentiment-texts.js';
import type { SpreadTexts } from './spread-texts.js';
import type { TieTexts } from './tie-texts.js';

/** Every text of the report. A language that lacks one does not compile. Numbers come in written for the language. */
export interface ReportTexts {
  readonly documentKind: string;
  readonly software: string;
  readonly contents: string;
  readonly none: string;
  readonly unknown: string;
  /** What shows instead of an address or id that could lead to a person. */
  readonly withheld: string;
  readonly nOfN: (shown: string, all: string) => string;
  readonly times: (zone: string) => string;
  readonly spans: SpanTexts;
  readonly timeSteps: TimeStepTexts;
  readonly kinds: Readonly<Record<MentionKind, string>>;
  readonly streams: Readonly<Record<Stream, string>>;
  readonly behaviours: Readonly<Record<Behaviour, string>>;
  readonly layers: Readonly<Record<AccountLayer, string>>;
  readonly accounts: AccountTexts;
  readonly issue: IssueTexts;
  readonly brief: BriefTexts;
  readonly timeline: TimelineTexts;
  readonly sentiment: SentimentTexts;
  readonly claims: ClaimTexts;
  readonly network: NetworkTexts;
  readonly communities: CommunityTexts;
  readonly rankings: RankingTexts;
  readonly measures: MeasureTexts;
  readonly regions: RegionTexts;
  readonly cascades: CascadeTexts;
  readonly groups: GroupTexts;
  readonly ties: TieTexts;
  readonly spread: SpreadTexts;
  readonly explanations: Readonly<Record<ExplanationKind, { readonly name: string; readonly meaning: string }>>;
  readonly coverage: CoverageTexts;
  readonly method: MethodTexts;
  readonly windows: WindowTexts;
  readonly strongest: StrongestTexts;
  readonly manifest: ManifestTexts;
}

/** Lengths of time: in sentences, and short for tables. */
export interface SpanTexts {
  readonly seconds: (count: string) => string;
  readonly minutes: (count: string) => string;
  readonly hours: (count: string) => string;
  readonly days: (count: string) => string;
  readonly s: (count: string) => string;
  readonly min: (count: string) => string;
  readonly h: (count: string) => string;
  readonly d: (count: string) => string;
}

/** What is said where the times of the data are whole minutes, hours or days. */
export interface TimeStepTexts {
  readonly names: Readonly<
    Record<TimeStep, { readonly whole: string; readonly same: string; readonly orNext: string }>
  >;
  readonly times: (whole: string) => string;
  readonly atMostApart: (span: string) => string;
  readonly window: (whole: string, window: string, meaning: string) => string;
}

export interface RegionTexts {
  readonly heading: string;
  readonly lead: string;
  readonly none: string;
  readonly provinces: string;
  readonly province: string;
  readonly others: string;
  readonly without: string;
}

export interface AccountTexts {
  readonly account: string;
  readonly outlet: string;
  /** Who appears by name, and what the tag beside a declared account means. */
  readonly note: (layers: string) => string;
}

export interface IssueTexts {
  readonly heading: string;
  readonly id: string;
  readonly query: string;
  readonly version: (version: string) => string;
  readonly owner: string;
  readonly sharedWith: string;
  readonly period: string;
  readonly run: string;
  readonly otherParameters: string;
  readonly usually: (value: string) => string;
  /** The query changed after this run. */
  readonly stale: (ofRun: string, now: string) => string;
}

export interface BriefTexts {
  readonly heading: string;
  readonly mentions: string;
  readonly accounts: string;
  readonly news: string;
  readonly amplifications: string;
  readonly communities: string;
  readonly groups: string;
  readonly standsOut: string;
  readonly carriedBy: string;
  readonly timesAmplified: (count: string) => string;
  readonly began: string;
  readonly firstMention: (time: string, platform: string) => string;
  readonly firstAmplified: (time: string) => string;
  readonly busiestHour: string;
  readonly busiestStretch: string;
  readonly busiest: (start: string, count: string) => string;
  readonly where: string;
  readonly dataQuality: string;
  readonly parentsMissing: (share: string) => string;
  readonly followersKnown: (share: string) => string;
  readonly noGroups: string;
  readonly caution: string;
}

export interface TimelineTexts {
  readonly heading: string;
  readonly lead: (bucket: string) => string;
  readonly alt: (from: string, to: string, peak: string, count: string) => string;
  readonly table: string;
  readonly period: string;
  readonly total: string;
  readonly empty: string;
}

export interface NetworkTexts {
  readonly heading: string;
  readonly lead: string;
  readonly shown: (nodes: string, accounts: string, links: string, edges: string) => string;
  readonly alt: (nodes: string, accounts: string, communities: string) => string;
  readonly key: string;
  readonly other: string;
  readonly size: string;
  readonly modularity: (value: string) => string;
  readonly empty: string;
}

export interface CommunityTexts {
  readonly heading: string;
  readonly lead: string;
  readonly community: string;
  readonly size: string;
  readonly mentions: string;
  readonly inside: string;
  readonly across: string;
  readonly topAccounts: string;
  readonly topHashtags: string;
}

export interface RankingTexts {
  readonly heading: string;
  readonly lead: string;
  readonly rank: string;
  readonly mostAmplified: string;
  readonly timesAmplified: string;
  readonly mostActive: string;
  readonly mentions: string;
  readonly firstMovers: string;
  readonly firstMention: string;
}

export interface MeasureTexts {
  readonly components: (count: string, largest: string) => string;
  readonly pageRank: string;
  readonly pageRankValue: string;
  readonly betweenness: string;
  readonly betweennessValue: string;
  readonly lead: string;
  readonly samplings: Readonly<Record<PathSampling, (sources: string) => string>>;
}

export interface CascadeTexts {
  readonly heading: string;
  readonly lead: (count: string, lone: string) => string;
  readonly caution: string;
  readonly root: string;
  readonly started: string;
  readonly size: string;
  readonly unique: string;
  readonly depth: string;
  readonly breadth: string;
  readonly virality: string;
  readonly direct: string;
  readonly half: string;
}

export interface GroupTexts {
  readonly heading: string;
  readonly lead: Readonly<Record<DetectionMode, (window: string) => string>>;
  readonly qValue: (rate: string) => string;
  readonly headline: {
    readonly standOut: (count: string, all: string) => string;
    readonly explained: (count: string) => string;
    readonly withinChance: (count: string) => string;
    readonly unknown: (count: string) => string;
  };
  readonly standing: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly none: string;
  /** Where objects have more pairs than are counted for their own sake. */
  readonly crowds: (objects: string, pairs: string) => string;
  readonly overview: string;
  /** Where the groups are that the overview leaves out. */
  readonly moreGroups: (run: string) => string;
  readonly detailed: (shown: string, all: string) => string;
  readonly group: (number: string) => string;
  readonly finding: string;
  readonly pairs: string;
  readonly copiesAsLarge: string;
  readonly leadingExplanation: string;
  readonly summary: (members: string, behaviours: string, pairs: string) => string;
  readonly declaredBadge: string;
  readonly members: string;
  readonly moreMembers: string;
  readonly chance: string;
  readonly chancePairs: (expected: string, observed: string, copies: string, bin: string) => string;
  readonly chanceGroup: (copies: string, all: string) => string;
  readonly chanceUnknown: string;
  readonly ordinary: string;
  readonly ordinaryLead: string;
  readonly explanation: string;
  readonly share: string;
  readonly evidence: string;
  readonly evidenceRows: (shown: string, all: string) => string;
  /** Which rows are shown where not all are. */
  readonly evidenceSpread: string;
  readonly evidenceLookup: (finding: string) => string;
  /** Of a group with more edges than a finding keeps. */
  readonly evidenceKept: (kept: string, all: string) => string;
  readonly row: string;
  readonly from: string;
  readonly to: string;
  readonly object: string;
  readonly repostedPost: string;
  readonly sameMedia: string;
  readonly answeredPost: string;
  readonly sameText: string;
  readonly firstTime: string;
  readonly secondTime: string;
  readonly apart: string;
}

export interface CoverageTexts {
  readonly heading: string;
  readonly lead: string;
  readonly measure: string;
  readonly value: string;
  readonly share: string;
  readonly mentions: string;
  readonly platform: (name: string) => string;
  readonly withRegion: string;
  readonly parentsMissing: string;
  readonly accounts: string;
  readonly followersKnown: string;
  readonly limits: string;
  readonly timeStep: string;
  readonly timeStepNone: string;
  readonly cannotSay: readonly string[];
}

export interface ManifestTexts {
  readonly heading: string;
  readonly runId: string;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly queryVersion: string;
  readonly reproduce: string;
  readonly reproduceLead: string;
  readonly cite: string;
  readonly citation: (title: string, run: string, code: string, from: string, to: string) => string;
  readonly footer: string;
}
