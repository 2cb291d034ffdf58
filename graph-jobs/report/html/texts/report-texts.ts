import type { AccountLayer } from '#domain/account.js';
import type { Behaviour } from '#domain/action.js';
import type { ExplanationKind } from '#domain/finding.js';
import type { MentionKind, Stream } from '#domain/mention.js';

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
  readonly seconds: (value: string) => string;
  readonly kinds: Readonly<Record<MentionKind, string>>;
  readonly streams: Readonly<Record<Stream, string>>;
  readonly behaviours: Readonly<Record<Behaviour, string>>;
  readonly layers: Readonly<Record<AccountLayer, string>>;
  readonly accounts: AccountTexts;
  readonly issue: IssueTexts;
  readonly brief: BriefTexts;
  readonly timeline: TimelineTexts;
  readonly network: NetworkTexts;
  readonly communities: CommunityTexts;
  readonly rankings: RankingTexts;
  readonly cascades: CascadeTexts;
  readonly groups: GroupTexts;
  readonly explanations: Readonly<Record<ExplanationKind, { readonly name: string; readonly meaning: string }>>;
  readonly coverage: CoverageTexts;
  readonly method: MethodTexts;
  readonly manifest: ManifestTexts;
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
}

export interface BriefTexts {
  readonly heading: string;
  readonly mentions: string;
  readonly accounts: string;
  readonly news: string;
  readonly amplifications: string;
  readonly communities: string;
  readonly groups: string;
  readonly volume: (mentions: string, accounts: string, from: string, to: string) => string;
  readonly peak: (start: string, count: string, length: string) => string;
  readonly platform: (name: string, share: string) => string;
  readonly cascade: (size: string, lone: string) => string;
  readonly someGroups: (groups: string, members: string, observed: string, expected: string) => string;
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
  readonly hours: (count: string) => string;
  readonly minutes: (count: string) => string;
  readonly days: (count: string) => string;
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
  readonly lead: string;
  readonly none: string;
  readonly overview: string;
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
  readonly evidenceLookup: (finding: string) => string;
  readonly row: string;
  readonly from: string;
  readonly to: string;
  readonly object: string;
  readonly repostedPost: string;
  readonly answeredPost: string;
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
  readonly cannotSay: readonly string[];
}

export interface MethodTexts {
  readonly heading: string;
  readonly steps: readonly { readonly name: string; readonly text: string }[];
  readonly parameters: string;
  readonly parameter: string;
  readonly value: string;
  readonly windowSeconds: string;
  readonly minParticipation: string;
  readonly minWeight: string;
  readonly behaviours: string;
  readonly resolution: string;
  readonly shuffledCopies: string;
  readonly seed: string;
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
