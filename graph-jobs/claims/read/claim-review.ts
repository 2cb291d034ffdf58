import type { ClaimReview } from '#domain/claim.js';
import { addressesOf, isNode, isOfType, listOf, type Node, textOf } from './json-ld.js';
import { type ClaimFault, dateOf, type ParsedClaim, type ParsedClaims } from './parsed-claim.js';

/** Where reviews lie in documents: graphs, feeds and lists, and pages that hold one. */
const HOLDERS = ['@graph', 'dataFeedElement', 'itemListElement', 'item', 'mainEntity', 'hasPart', 'review'];
const DEEPEST = 8;

/** All ClaimReviews of a JSON-LD document, with the place of each that is damaged. */
export function claimReviews(document: unknown, line: number): ParsedClaims {
  const nodes = new Map<string, Node>();
  collect(document, nodes, 0);
  const found = reviewsIn(document, line, '', nodes, 0);
  if (found.length > 0) return found;
  return [{ line, field: '(row)', fault: 'holds no ClaimReview', raw: document }];
}

function reviewsIn(
  value: unknown,
  line: number,
  place: string,
  nodes: ReadonlyMap<string, Node>,
  depth: number,
): (ParsedClaim | ClaimFault)[] {
  if (depth > DEEPEST) return [{ line, field: place, fault: `is nested more than ${DEEPEST} deep`, raw: value }];
  if (Array.isArray(value))
    return value.flatMap((one, i) => {
      const found = reviewsIn(one, line, `${place}[${i}]`, nodes, depth + 1);
      // An element of a feed that is empty or something else is told; one of a graph may be anything.
      const isExpected = /dataFeedElement$|^$/.test(place);
      if (found.length > 0 || !isExpected) return found;
      return [{ line, field: `${place}[${i}]`, fault: 'holds no ClaimReview', raw: one }];
    });
  if (!isNode(value)) return [];
  if (isOfType(value, 'ClaimReview')) return [parsed(value, line, place, nodes)];
  return HOLDERS.flatMap((name) => {
    if (value[name] === undefined) return [];
    return reviewsIn(value[name], line, place === '' ? name : `${place}.${name}`, nodes, depth + 1);
  });
}

function parsed(review: Node, line: number, place: string, nodes: ReadonlyMap<string, Node>): ParsedClaim | ClaimFault {
  const item = resolved(listOf(review.itemReviewed)[0], nodes);
  const text = textOf(review.claimReviewed) ?? textOf(item?.text) ?? textOf(item?.name);
  if (text === null) {
    const field = place === '' ? 'claimReviewed' : `${place}.claimReviewed`;
    return { line, field, fault: 'is empty, and itemReviewed names no claim', raw: review };
  }
  return {
    id: textOf(item?.identifier) ?? textOf(item?.['@id']),
    text,
    body: textOf(review.reviewBody),
    claimant: textOf(resolved(listOf(item?.author)[0], nodes) ?? item?.author),
    appearances: [...addressesOf(item?.firstAppearance), ...addressesOf(item?.appearance)],
    reviews: [reviewOf(review, nodes)],
  };
}

function reviewOf(review: Node, nodes: ReadonlyMap<string, Node>): ClaimReview {
  const rating = resolved(listOf(review.reviewRating)[0], nodes);
  const author = resolved(listOf(review.author ?? review.publisher)[0], nodes);
  return {
    url: textOf(review.url) ?? textOf(review['@id']),
    publisher: textOf(author ?? review.author),
    title: textOf(review.headline) ?? textOf(review.name),
    rating: textOf(rating?.alternateName) ?? textOf(rating?.name) ?? textOf(rating?.ratingValue),
    publishedAt: dateOf(textOf(review.datePublished)),
    language: textOf(review.inLanguage),
  };
}

/** The node itself, or the one elsewhere in the document that it only names. */
function resolved(value: unknown, nodes: ReadonlyMap<string, Node>): Node | undefined {
  if (!isNode(value)) return undefined;
  const id = value['@id'];
  return typeof id === 'string' ? { ...nodes.get(id), ...value } : value;
}

function collect(value: unknown, nodes: Map<string, Node>, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const one of value) collect(one, nodes, depth + 1);
  if (!isNode(value)) return;
  const id = value['@id'];
  if (typeof id === 'string' && Object.keys(value).length > 1 && !nodes.has(id)) nodes.set(id, value);
  for (const name of HOLDERS) collect(value[name], nodes, depth + 1);
}
