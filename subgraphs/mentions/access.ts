import type { AccessTable } from '#platform/access-table.js';

/** Bursts are counted over mentions of all regions. */
const EMERGING = 'issues:read mentions:read regions:all';

/**
 * Who may read what of mentions, issues and claims. Lists, counts and look-ups of mentions and issues are of the caller's
 * regions (scopedFilter, issueReader); `regions:all` stands where they are not parted by region.
 */
export const MENTIONS_ACCESS: AccessTable = {
  Query: {
    'claims:read': 'claim claims',
    'claims:read regions:all': 'claimMatch',
    'issues:read': 'issue issues',
    'mentions:read': 'mention mentions timeline',
    [EMERGING]: 'emergingIssue emergingIssues emergingSearches',
  },
  Mutation: {
    'claims:decide claims:read regions:all': 'decideClaimMatch',
    'issues:decide issues:read regions:all': 'shareIssue',
    'issues:decide issues:read mentions:read regions:all': 'dismissEmergingIssue takeUpEmergingIssue',
  },
  Mention: {
    'claims:read': 'claimMatches',
    'mentions:read':
      'account hashtags id kind language mediaHashes nativeId parent parentId platform publishedAt region stream text urls',
  },
  Issue: {
    'issues:read': 'createdAt id ownerAgency query queryVersion queryVersions sharedWith title updatedAt',
    'mentions:read': 'mentionCount mentions timeline',
  },
  QueryVersion: { 'issues:read': '*' },
  Claim: {
    'claims:read': 'appearances body claimant id reviews texts',
    'claims:read regions:all': 'matches',
  },
  ClaimReview: { 'claims:read': '*' },
  ClaimMatch: {
    'claims:read': 'claim history id matchedAt mention method score state textEdited',
    // Words of the mention's text.
    'claims:read mentions:read': 'overlap',
  },
  ClaimMatchDecision: { 'claims:read': '*' },
  EmergingIssue: {
    [EMERGING]:
      'accountCount busiestAccountShare byHour declaredShare examples firstAccounts firstFrom history id issue lastTo mentionCount newsMentionCount newsShare objects offeredAt platforms search state suggestedQuery',
  },
  EmergingDecision: { [EMERGING]: '*' },
  EmergingHour: { [EMERGING]: '*' },
  EmergingObject: { [EMERGING]: '*' },
  EmergingPlatform: { [EMERGING]: '*' },
  EmergingSearch: { [EMERGING]: '*' },
  EmergingSource: { [EMERGING]: '*' },
  TextSpan: { 'mentions:read': '*' },
  TimelineBucket: { 'mentions:read': '*' },
  TimelineCount: { 'mentions:read': '*' },
  Account: { 'accounts:read': 'id', 'mentions:read': 'mentions' },
  Agency: { authenticated: 'id', 'mentions:read': 'mentions' },
  Region: { authenticated: 'code' },
  PageInfo: { authenticated: '*' },
};
