import type { CacheTable } from '#platform/cache-table.js';

/**
 * Imports and the command line change these without the gateway hearing of it. No longer than this may an issue be seen that
 * is no longer shared.
 */
const CHANGING = 10;

/**
 * How long a gateway may keep what is read of issues, counts and claims. Mentions themselves, who an issue is
 * shared with, and what people decide are always read anew: the next request must see it, whatever process wrote it.
 */
export const MENTIONS_KEPT: CacheTable = {
  Issue: CHANGING,
  'Issue.ownerAgency': 'inherit',
  'Issue.sharedWith': 0,
  'Query.timeline': CHANGING,
  TimelineBucket: 'inherit',
  TimelineCount: 'inherit',
  Claim: CHANGING,
  'Query.claims': CHANGING,
  ClaimConnection: 'inherit',
  ClaimEdge: 'inherit',
  ClaimReview: 'inherit',
  PageInfo: 'inherit',
};
