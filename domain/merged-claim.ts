import type { Claim, ClaimReview } from './claim.js';

/**
 * A claim that is stored, and what a source tells of it now: wordings, appearances and reviews are gathered; a review that
 * has the address of one that is there takes its place, since ratings are corrected. What the source does not say stays.
 */
export function mergedClaim(kept: Claim, told: Claim): Claim {
  return {
    id: kept.id,
    texts: union(kept.texts, told.texts),
    body: told.body ?? kept.body,
    claimant: told.claimant ?? kept.claimant,
    appearances: union(kept.appearances, told.appearances),
    reviews: mergedReviews(kept.reviews, told.reviews),
  };
}

/** Earliest first, those without a date last. */
export function byReviewDate(one: ClaimReview, other: ClaimReview): number {
  const time = ({ publishedAt }: ClaimReview) => publishedAt ?? Number.POSITIVE_INFINITY;
  const [a, b] = [time(one), time(other)];
  if (a !== b) return a < b ? -1 : 1;
  return (one.url ?? '') < (other.url ?? '') ? -1 : 1;
}

function mergedReviews(kept: readonly ClaimReview[], told: readonly ClaimReview[]): readonly ClaimReview[] {
  const reviews = new Map(kept.map((review) => [reviewKey(review), review]));
  for (const review of told) reviews.set(reviewKey(review), review);
  return [...reviews.values()].sort(byReviewDate);
}

/** A review without an address is another one when anything in it is. */
function reviewKey(review: ClaimReview): string {
  const { url, publisher, title, rating, publishedAt, language } = review;
  return url ?? JSON.stringify([publisher, title, rating, publishedAt, language]);
}

function union(kept: readonly string[], told: readonly string[]): readonly string[] {
  return [...new Set([...kept, ...told])];
}
