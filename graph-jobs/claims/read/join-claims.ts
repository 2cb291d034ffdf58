import type { Claim, ClaimReview } from '#domain/claim.js';
import { byReviewDate } from '#domain/merged-claim.js';
import { claimHash, claimWords, hashedClaim } from '#platform/claim-words.js';
import type { ParsedClaim } from './parsed-claim.js';

/**
 * One claim for all that tell it: those of one id, and where a file gives none, those of the same words. So several
 * fact-checkers of one claim stand together. The order of the rows changes nothing but which wording comes first.
 */
export function joinedClaims(parsed: readonly ParsedClaim[]): Claim[] {
  const groups = new Map<string, ParsedClaim[]>();
  for (const claim of parsed) {
    const key = claim.id === null ? `words ${claimWords(claim.text)}` : `id ${claim.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  const givenIds = new Set(parsed.flatMap(({ id }) => id ?? []));
  return distinctIds(
    Array.from(groups.values(), (group) => ({ claim: joined(group), isGiven: group[0]!.id !== null })),
    givenIds,
  );
}

/** A claim without an id goes by the address of its earliest review, which people can open, and else by a hash of its words. */
function joined(group: readonly ParsedClaim[]): Claim {
  const reviews = distinct(group.flatMap((one) => one.reviews)).sort(byReviewDate);
  const first = group[0]!;
  const id = first.id ?? reviews.find(({ url }) => url !== null)?.url ?? `claim-${claimHash(first.text)}`;
  return {
    id,
    texts: [...new Set(group.map(({ text }) => text))],
    body: group.find(({ body }) => body !== null)?.body ?? null,
    claimant: group.find(({ claimant }) => claimant !== null)?.claimant ?? null,
    appearances: [...new Set(group.flatMap(({ appearances }) => appearances))],
    reviews,
  };
}

/**
 * An article that checks several claims gives each of them its address: a hash of the words then tells them apart. An id that
 * the file gave stays as it is, whatever address it is.
 */
function distinctIds(
  claims: readonly { readonly claim: Claim; readonly isGiven: boolean }[],
  givenIds: ReadonlySet<string>,
): Claim[] {
  const uses = new Map<string, number>();
  for (const { claim, isGiven } of claims) if (!isGiven) uses.set(claim.id, (uses.get(claim.id) ?? 0) + 1);
  return claims.map(({ claim, isGiven }) => {
    const isDistinct = isGiven || (uses.get(claim.id) === 1 && !givenIds.has(claim.id));
    return isDistinct ? claim : hashedClaim(claim);
  });
}

function distinct(reviews: readonly ClaimReview[]): ClaimReview[] {
  return Array.from(new Map(reviews.map((review) => [JSON.stringify(review), review])).values());
}
