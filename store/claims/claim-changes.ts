import { canonicalJson } from '#domain/canonical-json.js';
import type { Claim } from '#domain/claim.js';
import { mergedClaim } from '#domain/merged-claim.js';
import type { ClaimsOutcome } from '#domain/ports/claim-store.js';

/** What is to be written of claims that are told one after the other, beside those that are stored. */
export function claimChanges(
  told: readonly Claim[],
  stored: ReadonlyMap<string, Claim>,
): { changed: Claim[]; outcome: Pick<ClaimsOutcome, 'added' | 'updated' | 'unchanged'> } {
  const now = new Map(stored);
  const changed = new Map<string, Claim>();
  const outcome = { added: 0, updated: 0, unchanged: 0 };
  for (const claim of told) {
    const kept = now.get(claim.id);
    const merged = kept === undefined ? claim : mergedClaim(kept, claim);
    const isSame = kept !== undefined && canonicalJson(kept) === canonicalJson(merged);
    outcome[kept === undefined ? 'added' : isSame ? 'unchanged' : 'updated'] += 1;
    if (isSame) continue;
    now.set(claim.id, merged);
    changed.set(claim.id, merged);
  }
  return { changed: [...changed.values()], outcome };
}
