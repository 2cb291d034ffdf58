/**
 * How a text was found to resemble a claim, the strongest evidence first. `review-url`: it links to a page where a fact-checker
 * reviewed the claim, and which is not named as one where it was published, so that it may deny it.
 */
export const MATCH_METHODS = ['review-url', 'url', 'near-duplicate', 'retrieval'] as const;
export type MatchMethod = (typeof MATCH_METHODS)[number];

/**
 * What a person says of a candidate: that the mention tells the claim, denies it, or does neither; or, of what was decided, that
 * it should be looked at again.
 */
export type MatchVerdict = 'CONFIRMED' | 'DENIES' | 'REJECTED' | 'APPEAL';

/** A match is a CANDIDATE until people decide. */
export type MatchState = 'CANDIDATE' | Exclude<MatchVerdict, 'APPEAL'>;

/** A stretch of a text in UTF-16 units, `end` excluded. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface MatchKey {
  readonly claimId: string;
  readonly mentionId: string;
}

/** What the matcher found of a mention and a claim. */
export interface FoundMatch extends MatchKey {
  /** Between 0 and 1, comparable whatever the method: docs/methods/claims.md. */
  readonly score: number;
  readonly method: MatchMethod;
  /** The words of the mention's text that it was found by, ascending; empty where a link alone led to the claim. */
  readonly overlap: readonly TextSpan[];
  /** textHash() of the text that the overlap lies in; null where that was not kept. */
  readonly overlapOf: number | null;
}

/** A mention that may tell a claim, and what people decided. */
export interface ClaimMatch extends FoundMatch {
  readonly state: MatchState;
  /** When it was found, in Unix milliseconds. */
  readonly matchedAt: number;
}

/** One entry of the log of a match. Entries are never changed; what follows from them: match-decision.ts. */
export interface MatchDecision extends MatchKey {
  readonly id: string;
  /** From 1 on in each match. */
  readonly number: number;
  readonly verdict: MatchVerdict;
  /** As the one who decided names themselves: what their credential says is not kept here. */
  readonly by: string;
  readonly reason: string;
  /** Unix milliseconds. */
  readonly at: number;
}
