import type { Claim, ClaimReview } from '#domain/claim.js';
import type { ClaimMatch, TextSpan } from '#domain/claim-match.js';

/** A claim as its node has it. */
export interface ClaimNode extends Omit<Claim, 'reviews'> {
  /** JSON: properties hold no maps. */
  readonly reviews: string;
}

/** A match as its relationship has it: the spans of its overlap as start, end, start, end, … */
export interface MatchRelationship extends Omit<ClaimMatch, 'overlap' | 'matchedAt'> {
  readonly overlap: readonly number[];
  readonly at: number;
}

export function toClaimNode({ reviews, ...claim }: Claim): ClaimNode {
  return { ...claim, reviews: JSON.stringify(reviews) };
}

export function readClaimNode({ id, texts, body, claimant, appearances, reviews }: ClaimNode): Claim {
  const told = { body: body ?? null, claimant: claimant ?? null, appearances };
  return { id, texts, ...told, reviews: JSON.parse(reviews) as ClaimReview[] };
}

export function toOverlap(overlap: readonly TextSpan[]): number[] {
  return overlap.flatMap(({ start, end }) => [start, end]);
}

export function readMatch(match: MatchRelationship): ClaimMatch {
  const { claimId, mentionId, score, method, overlap, overlapOf, state, at } = match;
  const spans: TextSpan[] = [];
  for (let i = 0; i < overlap.length; i += 2) spans.push({ start: overlap[i]!, end: overlap[i + 1]! });
  return { claimId, mentionId, score, method, overlap: spans, overlapOf: overlapOf ?? null, state, matchedAt: at };
}
