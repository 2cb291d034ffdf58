import type { Claim, ClaimReview } from '#domain/claim.js';
import type { FoundMatch } from '#domain/claim-match.js';

export function claimReview(url: string, more: Partial<ClaimReview> = {}): ClaimReview {
  return { url, publisher: null, title: null, rating: 'Salah', publishedAt: null, language: null, ...more };
}

export function claimOf(id: string, more: Partial<Claim> = {}): Claim {
  return { id, texts: [`klaim ${id}`], body: null, claimant: null, appearances: [], reviews: [], ...more };
}

export function foundMatch(claimId: string, mentionId: string, score: number): FoundMatch {
  return { claimId, mentionId, score, method: 'retrieval', overlap: [{ start: 0, end: 3 }], overlapOf: 4_000_000_000 };
}
