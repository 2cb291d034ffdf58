import type { Caller } from '../caller.js';
import { CodedError } from '../errors/coded-error.js';
import type { Issue } from '../issue.js';
import type { IssueReader } from '../ports/issue-store.js';
import { isWithinRegion } from '../region.js';

type Limited = Pick<Caller, 'regions'>;
type Reader = Pick<Caller, 'regions' | 'agencyId'>;

/**
 * The region that a list is narrowed to before a store is asked: what was asked for, as far as it is the caller's. One at a
 * time: a caller of several regions says which. Undefined: the whole country. Throws FORBIDDEN and BAD_FILTER.
 */
export function narrowedRegion({ regions }: Limited, asked: string | undefined, at: string): string | undefined {
  if (regions === null) return asked;
  if (asked !== undefined && regions.some((own) => isWithinRegion(asked, own))) return asked;
  const within = asked === undefined ? regions : regions.filter((own) => isWithinRegion(own, asked));
  const [only] = within;
  if (only === undefined) throw notOwn(asked, regions, at);
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

/** Whether the agency of the caller owns an issue, or it is shared with a region of theirs, with one around it, or one in it. */
export function seesIssue(caller: Reader, issue: Pick<Issue, 'sharedWith' | 'ownerAgencyId'>): boolean {
  const reader = issueReader(caller);
  if (reader === undefined || (reader.agencyId !== null && reader.agencyId === issue.ownerAgencyId)) return true;
  return issue.sharedWith.some((code) => touchesRegion(reader.regions, code));
}

/** For whom a store is to look, so that pages are of what the caller sees; undefined for who sees all of the country. */
export function issueReader({ regions, agencyId }: Reader): IssueReader | undefined {
  return regions === null ? undefined : { regions, agencyId };
}

/**
 * Throws FORBIDDEN for issues that are shared with a region of others: an empty list would pass for an answer. Whoever acts for
 * an agency may have issues there.
 */
export function mayNameRegion(caller: Reader, code: string | undefined, at: string): void {
  const { regions, agencyId } = caller;
  if (code === undefined || regions === null || agencyId !== null || touchesRegion(regions, code)) return;
  throw notOwn(code, regions, at);
}

function touchesRegion(regions: readonly string[], code: string): boolean {
  return regions.some((own) => isWithinRegion(own, code) || isWithinRegion(code, own));
}

function notOwn(asked: string | undefined, regions: readonly string[], at: string): CodedError {
  const message = `the region ${asked ?? 'of the whole country'} is not among those of the caller`;
  return new CodedError('FORBIDDEN', message, { at, hint: `the caller sees ${regions.join(', ') || 'no region'}` });
}
