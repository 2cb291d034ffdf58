import { CodedError } from './errors/coded-error.js';
import type { ExplanationKind, ReviewState } from './finding.js';

export const REVIEW_VERDICTS = ['CONFIRM', 'DISMISS', 'APPEAL'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** One entry of the history of a finding. Entries are never changed. */
export interface FindingReview {
  /** The same review sent twice is there once. */
  readonly id: string;
  /** From 1 on in each finding. */
  readonly number: number;
  readonly verdict: ReviewVerdict;
  /** Who reviewed, as access control knows them, or as they name themselves where there is none. */
  readonly by: string;
  /** The agency for which they act. */
  readonly agencyId: string | null;
  readonly reason: string;
  /** Ordinary explanations that in their view hold, after they looked at all of them; none in an appeal. */
  readonly explanations: readonly ExplanationKind[];
  /** Unix milliseconds. */
  readonly at: number;
}

/** Of a review, what decides. */
export type Vote = Pick<FindingReview, 'verdict' | 'by' | 'at'>;

/** What follows from a history. */
export interface Standing {
  readonly state: ReviewState;
  /** From when on it no longer holds, in Unix milliseconds; null where nothing was decided. */
  readonly until: number | null;
}

export interface Reviewed {
  readonly history: readonly FindingReview[];
  readonly standing: Standing;
}

const DAY = 86_400_000;
/** Accounts change hands and issues end: what was right half a year ago is looked at again. Where nothing else is set. */
export const REVIEW_LASTS_MS = 180 * DAY;
export const CONFIRMATIONS_NEEDED = 2;
export const MOST_REVIEWS = 200;
const NOTHING_DECIDED: Standing = { state: 'UNREVIEWED', until: null };

/**
 * The newest vote of each reviewer counts, since the last appeal, for so long. Confirmed by two different ones at least and
 * by more than dismiss it; dismissed by one, unless more confirm it.
 */
export function standingOf(history: readonly Vote[], now: number, lastsMs = REVIEW_LASTS_MS): Standing {
  const reopened = history.findLastIndex(({ verdict }) => verdict === 'APPEAL');
  const votes = new Map(history.slice(reopened + 1).map((review) => [review.by, review]));
  const counted = [...votes.values()].filter(({ at }) => at + lastsMs > now);
  const confirmed = timesOf(counted, 'CONFIRM');
  const dismissed = timesOf(counted, 'DISMISS');
  const needed = Math.max(CONFIRMATIONS_NEEDED, dismissed.length + 1);
  if (confirmed.length >= needed) return { state: 'CONFIRMED', until: confirmed[needed - 1]! + lastsMs };
  const against = Math.max(1, confirmed.length);
  if (dismissed.length >= against) return { state: 'DISMISSED', until: dismissed[against - 1]! + lastsMs };
  return NOTHING_DECIDED;
}

/** Newest first. */
function timesOf(votes: readonly Vote[], verdict: ReviewVerdict): number[] {
  return votes
    .filter((vote) => vote.verdict === verdict)
    .map(({ at }) => at)
    .sort((a, b) => b - a);
}

/** The state that was kept with the time until which it holds. */
export function currentState(state: ReviewState, until: number | null | undefined, now: number): ReviewState {
  return until !== null && until !== undefined && until <= now ? 'UNREVIEWED' : state;
}

/**
 * What was kept of a finding, with one more review. What stands is what was kept and has not lapsed: votes counted for as long
 * as was set when it was decided, and what is set now holds from this review on. Throws BAD_PARAMETERS for an appeal against
 * nothing, or one too many.
 */
export function withReview(
  kept: Reviewed,
  review: Omit<FindingReview, 'number' | 'at'>,
  now: number,
  lastsMs = REVIEW_LASTS_MS,
): Reviewed {
  const { history, standing } = kept;
  if (history.some(({ id }) => id === review.id)) return kept;
  if (review.verdict === 'APPEAL' && currentState(standing.state, standing.until, now) === 'UNREVIEWED')
    throw new CodedError('BAD_PARAMETERS', 'nothing is decided on this finding that an appeal could be against', {
      at: 'verdict',
      hint: 'wait for a decision, or review the finding',
    });
  if (history.length >= MOST_REVIEWS)
    throw new CodedError('BAD_PARAMETERS', `this finding has ${MOST_REVIEWS} reviews, and no more are taken`, {
      at: 'group',
      hint: 'map the issue again: the group of the new run is reviewed by itself',
    });
  const longer = [...history, { ...review, number: history.length + 1, at: now }];
  return { history: longer, standing: standingOf(longer, now, lastsMs) };
}
