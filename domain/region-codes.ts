import { CodedError } from './errors/coded-error.js';
import type { RegionStore } from './ports/agency-store.js';
import { isRegionCode } from './region.js';

/** Hint of what they look like. */
export const REGION_CODES = 'Kemendagri codes: 31 for a province, 31.71 for a regency or city';

/** Throws BAD_PARAMETERS for the first that cannot be the code of a region; `at`: where they were given. */
export function mustBeRegionCodes(codes: readonly string[], at: string): void {
  const wrong = codes.find((code) => !isRegionCode(code));
  if (wrong === undefined) return;
  throw new CodedError('BAD_PARAMETERS', `"${wrong.slice(0, 80)}" is not a region code`, { at, hint: REGION_CODES });
}

/** Throws NOT_FOUND for the first that no region has, and BAD_PARAMETERS for what cannot be a code. */
export async function mustBeRegions(
  codes: readonly string[],
  at: string,
  regions: Pick<RegionStore, 'get'>,
): Promise<void> {
  mustBeRegionCodes(codes, at);
  const found = await regions.get(codes);
  const missing = codes.find((_, i) => found[i] === null);
  if (missing === undefined) return;
  throw new CodedError('NOT_FOUND', `there is no region ${missing}`, {
    at,
    hint: '{ regions { nodes { code name } } } lists them; "jejaring seed" loads them',
  });
}
