import type { MatchMethod, MatchState } from '../claim-match.js';
import type { MentionKind } from '../mention.js';

/** A claim within an issue. */
export interface ClusterKey {
  readonly claimId: string;
  readonly issueId: string;
}

/** What is known of a mention and the claim: what the matcher found, and who of those that say so decided last. */
export interface CarriedMatch {
  readonly state: MatchState;
  readonly method: MatchMethod;
  readonly score: number;
  /** As they named themselves; null for a candidate. */
  readonly decidedBy: string | null;
}

/** A mention of an issue that matches a claim, or that responds to one which does. */
export interface CarriedMention {
  readonly mentionId: string;
  readonly accountId: string;
  /** Unix milliseconds. */
  readonly publishedAt: number;
  readonly kind: MentionKind;
  readonly parentId: string | null;
  /** Published by an account that an agency declares. */
  readonly declared: boolean;
  /** Null for a response that was found to match nothing itself. */
  readonly match: CarriedMatch | null;
}

/** How many matches of a claim an issue has, by their state. */
export interface IssueClaim {
  readonly claimId: string;
  readonly confirmed: number;
  readonly denying: number;
  readonly candidates: number;
  readonly rejected: number;
}
