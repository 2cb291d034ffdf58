import type { AccountLayer } from '#domain/account.js';
import type { Behaviour } from '#domain/action.js';
import type { NewIssue } from '#domain/issue.js';
import type { ScenarioParameters } from './parameters.js';

/** What was planted, to measure detectors against. Ids are native ids, as in the scenario file. */
export interface ScenarioTruth {
  readonly parameters: ScenarioParameters;
  readonly issue: NewIssue;
  readonly groups: readonly GroupTruth[];
  readonly hoax: HoaxTruth;
  readonly news: { readonly outlets: readonly AccountTruth[]; readonly stories: readonly string[] };
  readonly agencies: readonly AgencyTruth[];
  readonly emerging: readonly EmergingTruth[];
  readonly counts: ScenarioCounts;
}

export interface AccountTruth {
  readonly platform: string;
  readonly id: string;
  readonly handle: string;
}

export interface MentionTruth {
  readonly platform: string;
  readonly id: string;
}

export interface GroupTruth {
  readonly name: string;
  readonly members: readonly AccountTruth[];
  readonly waves: readonly WaveTruth[];
}

export interface WaveTruth {
  readonly behaviour: Behaviour;
  /** The link, hashtag or native mention id that the members acted on. */
  readonly object: string;
  readonly startedAt: string;
  readonly mentions: readonly string[];
}

export interface HoaxTruth {
  readonly claim: string;
  readonly roots: readonly MentionTruth[];
  /** Every mention that passes the claim on, roots included. */
  readonly mentions: readonly MentionTruth[];
  readonly clarifications: readonly MentionTruth[];
}

export interface AgencyTruth {
  readonly id: string;
  readonly accounts: readonly (AccountTruth & { readonly layer: AccountLayer })[];
}

/** What was planted beside the issue, with the objects that it may carry; `carries` says which of them it does. */
export interface EmergingTruth {
  readonly name: string;
  readonly carries: readonly ('HASHTAG' | 'LINK' | 'TEXT')[];
  readonly hashtag: string;
  readonly url: string;
  readonly text: string;
  /** Time of its first mention. */
  readonly startedAt: string;
  readonly mentions: readonly string[];
}

export interface ScenarioCounts {
  readonly lines: number;
  readonly mentions: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byPlatform: Readonly<Record<string, number>>;
}
