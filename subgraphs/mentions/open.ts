import type { PublicTable } from '#platform/variant-tags.js';

/**
 * Claims as fact-checkers published them, and how large a named issue is, day by day. Not what may tell a claim, no texts,
 * nobody's accounts; no filter, which would count one account or one village; no list of issues, which would tell what the
 * hub watches.
 */
export const MENTIONS_OPEN: PublicTable = {
  Query: 'claim claims issue',
  Claim: 'appearances body claimant id reviews texts',
  ClaimReview: '*',
  Issue: 'createdAt id mentionCount timeline(bucket,zone) title',
  TimelineBucket: 'start total',
  Agency: 'id',
  Region: 'code',
  PageInfo: '*',
};
