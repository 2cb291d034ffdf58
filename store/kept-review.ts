import type { ReviewState, StoredGroup } from '#domain/finding.js';
import { currentState } from '#domain/finding-review.js';

/** What a store keeps of a decision, as it holds now. */
export function keptReview(
  state: ReviewState,
  until: number | null,
  now: number,
): Pick<StoredGroup, 'reviewState' | 'reviewUntil'> {
  const reviewState = currentState(state, until, now);
  return { reviewState, ...(reviewState !== 'UNREVIEWED' && until !== null && { reviewUntil: until }) };
}
