import type { Claim } from '#domain/claim.js';
import type { RefusedClaim } from '#domain/ports/claim-store.js';
import { idFault, wellFormed } from '../ingest/row-check.js';

/** Claims as every store can keep them, in the order in which they were told; and those that none can. */
export function storableClaims(claims: readonly Claim[]): { storable: Claim[]; refused: RefusedClaim[] } {
  const storable: Claim[] = [];
  const refused: RefusedClaim[] = [];
  for (const claim of claims) {
    const fault = faultOf(claim);
    if (fault === null) storable.push(mended(claim));
    else refused.push({ claimId: claim.id, ...fault });
  }
  return { storable, refused };
}

function faultOf(claim: Claim): Omit<RefusedClaim, 'claimId'> | null {
  const fault = idFault('claim_id', claim.id);
  if (fault !== null) return fault;
  const { id: _id, ...told } = claim;
  const field = Object.entries(told).find(([, value]) => holdsNull(value))?.[0];
  return field === undefined ? null : { field, reason: 'holds a null character' };
}

function holdsNull(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNull);
}

/** With cut characters made whole, wherever they stand. */
function mended<Value>(value: Value): Value {
  if (typeof value === 'string') return wellFormed(value) as Value;
  if (Array.isArray(value)) return value.map(mended) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mended(part)])) as Value;
}
