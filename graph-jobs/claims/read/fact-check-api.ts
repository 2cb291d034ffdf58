import type { ClaimReview } from '#domain/claim.js';
import { isNode, listOf, textOf } from './json-ld.js';
import { type ClaimFault, dateOf, type ParsedClaim, type ParsedClaims } from './parsed-claim.js';

/** Whether a value is a page of the Google Fact Check Tools API, or one claim of such a page. */
export function isFactCheckAnswer(value: unknown): boolean {
  return isNode(value) && (Array.isArray(value.claims) || (Array.isArray(value.claimReview) && 'text' in value));
}

/** The claims of a page as the API answers it, each with all its reviews. */
export function factCheckClaims(value: unknown, line: number): ParsedClaims {
  if (!isNode(value)) return [];
  if (!Array.isArray(value.claims)) return [claimOf(value, line, '')];
  return value.claims.map((claim, i) => claimOf(claim, line, `claims[${i}]`));
}

function claimOf(claim: unknown, line: number, place: string): ParsedClaim | ClaimFault {
  if (!isNode(claim)) return { line, field: place, fault: 'is no claim', raw: claim };
  const text = textOf(claim.text);
  if (text === null) return { line, field: place === '' ? 'text' : `${place}.text`, fault: 'is empty', raw: claim };
  return {
    id: null,
    text,
    body: null,
    claimant: textOf(claim.claimant),
    appearances: [],
    reviews: listOf(claim.claimReview).filter(isNode).map(reviewOf),
  };
}

function reviewOf(review: Readonly<Record<string, unknown>>): ClaimReview {
  const publisher = isNode(review.publisher) ? review.publisher : {};
  return {
    url: textOf(review.url),
    publisher: textOf(publisher.name) ?? textOf(publisher.site),
    title: textOf(review.title),
    rating: textOf(review.textualRating),
    publishedAt: dateOf(textOf(review.reviewDate)),
    language: textOf(review.languageCode),
  };
}
