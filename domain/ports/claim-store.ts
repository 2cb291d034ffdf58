import type { Claim } from '../claim.js';
import type { ClaimMatch, FoundMatch, MatchDecision, MatchKey, MatchState } from '../claim-match.js';
import type { CarriedMention, ClusterKey, IssueClaim } from '../hoax-cluster/carried-mention.js';
import type { Page, PageRequest } from '../paging.js';

/** A claim that no store can keep as it is. */
export interface RefusedClaim {
  readonly claimId: string;
  readonly field: string;
  readonly reason: string;
}

/** Every told claim is counted once as added, updated or unchanged, or named as refused. */
export interface ClaimsOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Of these, claims without an id that were taken into another one of the same words, or of the same review and like words. */
  readonly joined: number;
  readonly refused: readonly RefusedClaim[];
}

/** The claims that fact-checkers rated, the mentions that may tell them, and what people decided of these. */
export interface ClaimStore {
  /**
   * Adds claims; what is told of one that is there is merged into it (mergedClaim), so that the same again changes
   * nothing. All or nothing, but for claims that no store can keep: they are named. Ids in `derivedIds` were given by no source:
   * such a claim is the stored one of the same words, or of the same review and like words (store/claims/registered-claims.ts).
   */
  put(claims: readonly Claim[], derivedIds?: ReadonlySet<string>): Promise<ClaimsOutcome>;
  /** In the order of `ids`; null where there is none. */
  get(ids: readonly string[]): Promise<readonly (Claim | null)[]>;
  /** Ordered by id. */
  page(page: PageRequest): Promise<Page<Claim>>;
  /**
   * Puts what was found of these mentions in the place of their candidates, whichever issue these were found for. What a person
   * said something of stays, with the evidence that they saw. Of claims and mentions that are not there nothing is written. All or nothing.
   */
  putMatches(mentionIds: readonly string[], found: readonly FoundMatch[]): Promise<void>;
  /** In the order of `keys`; null where there is none. */
  matches(keys: readonly MatchKey[]): Promise<readonly (ClaimMatch | null)[]>;
  /** A page for each claim: highest score first, then by mention id; `state` null asks for all. */
  matchesOfClaims(
    claimIds: readonly string[],
    state: MatchState | null,
    page: PageRequest,
  ): Promise<readonly Page<ClaimMatch>[]>;
  /** A page for each mention: highest score first, then by claim id. */
  matchesOfMentions(mentionIds: readonly string[], page: PageRequest): Promise<readonly Page<ClaimMatch>[]>;
  /**
   * Appends to the log of a match, and keeps the state that follows (withDecision). A decision whose id is there already changes
   * nothing. Throws NOT_FOUND where there is no such match, BAD_PARAMETERS for an appeal against nothing.
   */
  decide(decision: Omit<MatchDecision, 'number' | 'at'>): Promise<ClaimMatch>;
  /** A page of the log of each match, oldest first. */
  decisions(keys: readonly MatchKey[], page: PageRequest): Promise<readonly Page<MatchDecision>[]>;
  /** Claims that mentions of the issue match in any state, ordered by id. */
  claimsOfIssue(issueId: string, page: PageRequest): Promise<Page<IssueClaim>>;
  /** The mentions of an issue that match a claim, in any state: highest score first, then by id; at most `most`. */
  matchedInIssue(key: ClusterKey, most: number): Promise<readonly CarriedMention[]>;
  /** The mentions of an issue that repost, answer or quote one of `parentIds`, by id; at most `most`. */
  responsesInIssue(key: ClusterKey, parentIds: readonly string[], most: number): Promise<readonly CarriedMention[]>;
  /**
   * How many reposts of the issue repeat a mention outside of it that matches the claim and was not rejected; without those
   * that match it by themselves.
   */
  repostsFromOutside(key: ClusterKey): Promise<number>;
}
