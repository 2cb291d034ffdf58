import type { Claim } from '#domain/claim.js';
import type { Claim as ClaimType } from './claim.type.js';

export function toClaim({ reviews, ...same }: Claim): ClaimType {
  return {
    ...same,
    reviews: reviews.map(({ publishedAt, ...review }) => ({
      ...review,
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
    })),
  };
}
