import { isNode, listOf, textOf } from './json-ld.js';
import { type ClaimFault, dateOf, type ParsedClaim } from './parsed-claim.js';

/** Fields of a claim in a table, and in a JSON object that is no ClaimReview. */
export const CLAIM_FIELDS = [
  'claim_id',
  'text',
  'body',
  'claimant',
  'url',
  'review_url',
  'publisher',
  'title',
  'rating',
  'published_at',
  'language',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Whether a JSON object names its fields as the columns of a table. */
export function isClaimRecord(value: unknown): boolean {
  return isNode(value) && 'claim_id' in value && 'text' in value;
}

export function claimOfRecord(value: unknown, line: number): ParsedClaim | ClaimFault {
  const node = isNode(value) ? value : {};
  return claimOfFields((field) => textOf(node[field]), listOf(node.url).map(String), line, value);
}

/** `url` has several addresses where spaces stand between them. */
export function claimOfFields(
  field: (name: ClaimField) => string | null,
  appearances: readonly string[],
  line: number,
  raw: unknown,
): ParsedClaim | ClaimFault {
  const id = field('claim_id');
  const text = field('text');
  if (id === null) return { line, field: 'claim_id', fault: 'is empty', raw };
  if (text === null) return { line, field: 'text', fault: 'is empty', raw };
  const review = {
    url: field('review_url'),
    publisher: field('publisher'),
    title: field('title'),
    rating: field('rating'),
    publishedAt: dateOf(field('published_at')),
    language: field('language'),
  };
  const isReviewed = Object.values(review).some((value) => value !== null);
  return {
    id,
    text,
    body: field('body'),
    claimant: field('claimant'),
    appearances: appearances.flatMap((urls) => urls.split(/\s+/)).filter((url) => url !== ''),
    reviews: isReviewed ? [review] : [],
  };
}
