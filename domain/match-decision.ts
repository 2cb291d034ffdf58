import type { ClaimMatch, MatchDecision, MatchState, MatchVerdict } from './claim-match.js';
import { CodedError } from './errors/coded-error.js';
import { type ReviewVerdict, standingOf, type Vote } from './finding-review.js';

/** Of one person on one match: a log is read whole with each entry, and nobody may fill it for the others. */
export const MOST_DECISIONS = 20;

/** What a store keeps of a match, and what people said of it. */
export interface KeptMatch {
  readonly match: ClaimMatch;
  readonly log: readonly MatchDecision[];
}

/**
 * What follows from a log by the rules of reviews: that a mention tells a claim, or denies it, is said by two different people at
 * least and by more than say otherwise; that it does neither, by one, unless more say that it does. Votes that agree on no one
 * thing leave a candidate. They do not lapse, as those on findings do: what a text says stays so until it is edited, which a
 * match tells, while accounts change hands.
 */
export function stateOfMatch(log: readonly MatchDecision[]): MatchState {
  const standing = (isFor: (verdict: MatchVerdict) => boolean) =>
    standingOf(
      log.map(({ verdict, by, at }): Vote => ({ verdict: asReview(verdict, isFor), by, at })),
      0,
      Number.POSITIVE_INFINITY,
    ).state;
  for (const wanted of ['CONFIRMED', 'DENIES'] as const)
    if (standing((verdict) => verdict === wanted) === 'CONFIRMED') return wanted;
  return standing((verdict) => verdict !== 'REJECTED') === 'DISMISSED' ? 'REJECTED' : 'CANDIDATE';
}

function asReview(verdict: MatchVerdict, isFor: (verdict: MatchVerdict) => boolean): ReviewVerdict {
  if (verdict === 'APPEAL') return 'APPEAL';
  return isFor(verdict) ? 'CONFIRM' : 'DISMISS';
}

/**
 * The next entry of a log, and the state that follows; who agrees never undoes what stands. Throws BAD_PARAMETERS for an appeal
 * against nothing, or one entry too many of one person.
 */
export function withDecision(
  { match, log }: KeptMatch,
  said: Omit<MatchDecision, 'number' | 'at'>,
  now: number,
): { readonly decision: MatchDecision; readonly state: MatchState } {
  if (said.verdict === 'APPEAL' && match.state === 'CANDIDATE')
    throw new CodedError('BAD_PARAMETERS', 'nothing is decided on this match that an appeal could be against', {
      at: 'verdict',
      hint: 'wait for a decision, or say what the mention does',
    });
  if (log.filter(({ by }) => by === said.by).length >= MOST_DECISIONS)
    throw new CodedError(
      'BAD_PARAMETERS',
      `this match has ${MOST_DECISIONS} decisions of yours, and no more are taken`,
      {
        at: 'match',
        hint: 'somebody else has to decide',
      },
    );
  const decision = { ...said, number: log.length + 1, at: now };
  return { decision, state: said.verdict === match.state ? match.state : stateOfMatch([...log, decision]) };
}
