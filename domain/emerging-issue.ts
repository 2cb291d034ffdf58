import type { ExplanationKind } from './finding.js';

/** What a burst can be of. */
export const OBJECT_KINDS = ['HASHTAG', 'LINK', 'TEXT'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** A candidate that people look at: something is said more than before, by mentions that no issue holds. Never a verdict. */
export interface EmergingIssue {
  /** What bursts, the least like chance first; others than the first are carried by mostly the same mentions. */
  readonly objects: readonly EmergingObject[];
  /** Unix milliseconds: when the candidate was first offered, a whole hour. */
  readonly offeredAt: number;
  /** Of all its objects, each in its window. */
  readonly accounts: number;
  readonly mentions: number;
  readonly newsMentions: number;
  /** Accounts by platform, most first. */
  readonly platforms: readonly { readonly platform: string; readonly accounts: number }[];
  /** Of the first object, by the hour, from a day before its window to the window's end. */
  readonly byHour: readonly { readonly at: number; readonly accounts: number; readonly expected: number }[];
  /** Those that carried any of the objects first in the window, by their first mention. */
  readonly firstAccounts: readonly FirstAccount[];
  readonly examples: readonly ExampleMention[];
  /** Ordinary reasons, and the share that each covers; DECLARED_GOVERNMENT_AMPLIFICATION only where a store knows accounts. */
  readonly explanations: readonly { readonly kind: ExplanationKind; readonly share: number }[];
}

export interface EmergingObject {
  readonly kind: ObjectKind;
  /** A hashtag, an address, or the id of the mention that said the text first. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Accounts in the window, those that the baseline lets expect, and the chance of so many. */
  readonly accounts: number;
  readonly expected: number;
  readonly p: number;
  /** p after all looks and windows of the object, and the false discovery rate over all objects. */
  readonly pObject: number;
  readonly q: number;
  /** How usual such a burst was before: chance is one thing, and what comes every day is another. */
  readonly earlier: EarlierBursts;
}

/** How a burst compares with those that came before the period. */
export interface EarlierBursts {
  /** Objects of its kind with at least as many accounts above expectation in a window of its length. */
  readonly asLarge: number;
  /** Over so many days. */
  readonly days: number;
}

export interface FirstAccount {
  readonly account: string;
  readonly mention: string;
  readonly at: number;
}

export interface ExampleMention {
  readonly mention: string;
  readonly account: string;
  readonly platform: string;
  readonly at: number;
  /** Its beginning; null where the caller has yet to read it, and always in a store: what is deleted upstream goes there alone. */
  readonly text: string | null;
}

/** One look for emerging issues over a period, and what was looked at, so that a list, above all an empty one, can be read. */
export interface EmergingSearch {
  readonly id: string;
  /** Unix milliseconds, whole hours: looks were made at the end of each hour from `from` (excluded) to `to` (included). */
  readonly from: number;
  readonly to: number;
  /** Accounts in a window below which nothing is called a burst. */
  readonly leastAccounts: number;
  /** Share of what is offered that may be chance, as far as the model of counts holds. */
  readonly falseDiscoveryRate: number;
  /** Whose hours and weekdays the baseline's seasons are. */
  readonly zone: string;
  /** Mentions other than reposts that no issue held, with those of the baseline. */
  readonly mentions: number;
  /** Objects used in the period: so many hypotheses, of each so many tests. */
  readonly objects: number;
  readonly testsOfObject: number;
  /** Hours of the period, and those of them that have enough before them. */
  readonly hours: number;
  readonly hoursWithHistory: number;
  /** Of the days of a typical object (φ): 0 where they vary as chance alone would have it. */
  readonly overdispersion: number;
  readonly codeVersion: string;
}

/** A search as the store keeps it. */
export interface KeptSearch extends EmergingSearch {
  readonly candidates: number;
  /** When it was written down, in Unix milliseconds. */
  readonly at: number;
}

/** What a person makes of a candidate: an issue under watch, or nothing, with a reason. */
export const CANDIDATE_VERDICTS = ['TAKEN_UP', 'DISMISSED'] as const;
export type CandidateVerdict = (typeof CANDIDATE_VERDICTS)[number];

/** CANDIDATE until a person decides. */
export type CandidateState = 'CANDIDATE' | CandidateVerdict;

/** An emerging issue in the store. As long as a burst goes on, later searches find the same candidate again. */
export interface EmergingCandidate {
  readonly id: string;
  /** The last search that found it, the end of that search's period, and the place in its list, from 1 on. */
  readonly searchId: string;
  readonly foundTo: number;
  readonly place: number;
  /** From the first to the last window in which any search found one of its objects. */
  readonly firstFrom: number;
  readonly lastTo: number;
  readonly state: CandidateState;
  /** The issue that it was taken up as. */
  readonly issueId: string | null;
  /** As that search found it; once a person decided, as they saw it. */
  readonly issue: EmergingIssue;
}

/** One entry of the log of a candidate. Entries are never changed; the last one is its state. */
export interface CandidateDecision {
  /** Given by whoever decides, so that a decision sent twice is there once. */
  readonly id: string;
  readonly candidateId: string;
  /** From 1 on in each log. */
  readonly number: number;
  readonly verdict: CandidateVerdict;
  /** The issue made of it; null for a dismissal. */
  readonly issueId: string | null;
  /** As the one who decided names themselves. */
  readonly by: string;
  readonly reason: string;
  /** Unix milliseconds. */
  readonly at: number;
}
