import type { Claim } from '#domain/claim.js';
import { hashedClaim } from '#platform/claim-words.js';
import type { KnownClaims } from './known-claims.js';

/**
 * Told claims under the ids that they have in the registry. One that no source gave an id (its own is in `derivedIds`) is the
 * claim of the same words; else that of the same review, where their words are half the same: fact-checkers correct what they
 * wrote. Another claim of that review gets an id of its own; so does each of a file that tells several of one review, whose ids
 * have hashes already: these may well differ by a word. `known` is what the registry has in the transaction that writes (of two
 * imports at once, the second finds what the first one wrote); what is told is added to it.
 */
export function registeredClaims(
  told: readonly Claim[],
  derivedIds: ReadonlySet<string>,
  known: KnownClaims,
): { registered: Claim[]; joined: number } {
  const given = told.filter(({ id }) => !derivedIds.has(id));
  for (const claim of given) known.add(claim);
  const registered = [...given];
  let joined = 0;
  for (const claim of told) {
    if (!derivedIds.has(claim.id)) continue;
    const id = known.sameWords(claim) ?? known.reworded(claim);
    if (id !== null && id !== claim.id) joined += 1;
    const own = id !== null ? { ...claim, id } : known.has(claim.id) ? hashedClaim(claim) : claim;
    known.add(own);
    registered.push(own);
  }
  return { registered, joined };
}
