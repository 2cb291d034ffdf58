import type { Caller } from '../caller.js';
import { CodedError } from '../errors/coded-error.js';
import type { Issue } from '../issue.js';
import { isWithinRegion } from '../region.js';

type Limited = Pick<Caller, 'regions'>;

/**
 * The region that a list is narrowed to before a store is asked: what was asked for, as far as it is the caller's. One at a
 * time: a caller of several regions says which. Undefined: the whole country. Throws FORBIDDEN and BAD_FILTER.
 */
export function narrowedRegion({ regions }: Limited, asked: string | undefined, at: string): string | undefined {
  if (regions === null) return asked;
  if (asked !== undefined && regions.some((own) => isWithinRegion(asked, own))) return asked;
  const within = asked === undefined ? regions : regions.filter((own) => isWithinRegion(own, asked));
  const [only] = within;
  if (only === undefined)
    throw new CodedError(
      'FORBIDDEN',
      `the region ${asked ?? 'of the whole country'} is not among those of the caller`,
      {
        at,
        hint: `the caller sees ${regions.join(', ') || 'no region'}`,
      },
    );
  if (within.length > 1)
    throw new CodedError('BAD_FILTER', 'the caller has several regions, and a list is of one', {
      at,
      hint: `name one of ${within.join(', ')} in ${at}`,
    });
  return only;
}

/** Whether a row of this region is the caller's. What has no region is of the whole country. */
export function seesRegion({ regions }: Limited, code: string | null): boolean {
  return regions === null || (code !== null && regions.some((own) => isWithinRegion(code, own)));
}

/** Whether an issue is shared with a region of the caller, with one around it, or with one in it. */
export function seesIssue({ regions }: Limited, { sharedWith }: Pick<Issue, 'sharedWith'>): boolean {
  if (regions === null) return true;
  return sharedWith.some((code) => regions.some((own) => isWithinRegion(own, code) || isWithinRegion(code, own)));
}
