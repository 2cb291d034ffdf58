import { canonicalJson } from '#domain/canonical-json.js';
import type { Claim } from '#domain/claim.js';
import { mergedClaim } from '#domain/merged-claim.js';
import type { ClaimsOutcome, RefusedClaim } from '#domain/ports/claim-store.js';

/** What is to be written of claims that are told, beside those that are stored. */
export function claimChanges(
  told: readonly Claim[],
  stored: ReadonlyMap<string, Claim>,
  refused: readonly RefusedClaim[],
): { changed: Claim[]; outcome: ClaimsOutcome } {
  const changed: Claim[] = [];
  let added = 0;
  for (const claim of told) {
    const kept = stored.get(claim.id);
    const merged = kept === undefined ? claim : mergedClaim(kept, claim);
    if (kept === undefined) added += 1;
    else if (canonicalJson(kept) === canonicalJson(merged)) continue;
    changed.push(merged);
  }
  const updated = changed.length - added;
  return { changed, outcome: { added, updated, unchanged: told.length - changed.length, refused } };
}
