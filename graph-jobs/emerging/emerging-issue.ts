import type { ExplanationKind } from '#domain/finding.js';
import type { EarlierBursts } from './earlier-bursts.js';
import type { ObjectKind } from './mention-objects.js';

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
  /** Its beginning; null where the caller has yet to read it. */
  readonly text: string | null;
}
