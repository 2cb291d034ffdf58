import type { ClaimReview } from '#domain/claim.js';

/** A claim as one row or review of a file tells it. What one file, or several fact-checkers, tell of one claim is joined later. */
export interface ParsedClaim {
  /** As the file names the claim; null where it does not. */
  readonly id: string | null;
  readonly text: string;
  readonly body: string | null;
  readonly claimant: string | null;
  readonly appearances: readonly string[];
  readonly reviews: readonly ClaimReview[];
}

/** Something that is no claim: where it stood and why. */
export interface ClaimFault {
  readonly line: number;
  readonly field: string;
  readonly fault: string;
  readonly raw: unknown;
}

export type ParsedClaims = readonly (ParsedClaim | ClaimFault)[];

export function isFault(parsed: ParsedClaim | ClaimFault): parsed is ClaimFault {
  return 'fault' in parsed;
}

/** Unix milliseconds of an ISO 8601 date, null where there is none that can be read: a claim is not lost for its date. */
export function dateOf(text: string | null): number | null {
  const time = text === null || !/^\d{4}-\d/.test(text) ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
