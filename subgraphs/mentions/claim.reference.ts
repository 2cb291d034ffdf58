import { toClaim } from './claim.mapper.js';
import type { Claim } from './claim.type.js';
import type { MentionsContext } from './context.js';

/** The claim of an id, null where there is none. */
export async function loadClaim(id: string, context: MentionsContext): Promise<Claim | null> {
  const claim = await context.claims.load(id);
  return claim && toClaim(claim);
}
