import type { AccessTable } from '#platform/access-table.js';

const READ = 'spread:read';
/** Rows of all regions: what a run finds is not parted by region. */
const ROWS = 'spread:read regions:all';
const FINDINGS = 'findings:read';
const FINDING_ROWS = 'findings:read regions:all';

/** Mentions of all regions by what people decided of them. */
const CLUSTERS = 'claims:read mentions:read spread:read regions:all';

/** Who may read what of runs and of what they found. */
export const SPREAD_ACCESS: AccessTable = {
  Query: { [ROWS]: 'cascade job run spreadPath', [FINDING_ROWS]: 'coTimedGroup' },
  Mutation: {
    'regions:all runs:request': 'requestRun stopJob',
    'findings:read findings:review regions:all': 'reviewFinding',
    // Of the one group that amplifies the agency of the caller, wherever its accounts are.
    [FINDINGS]: 'appealFinding',
  },
  Subscription: { [ROWS]: 'issueUpdated' },
  Issue: {
    'issues:read': 'id',
    [ROWS]: 'cascades communities jobs runs spread',
    [FINDING_ROWS]: 'coTimedGroups',
    [CLUSTERS]: 'hoaxCluster matchedClaims',
  },
  Claim: { 'claims:read': 'id', [CLUSTERS]: 'hoaxCluster' },
  Account: {
    'accounts:read': 'id',
    [ROWS]: 'amplifiedBy amplifies neighbourhood role',
    [FINDING_ROWS]: 'coTimedGroups',
  },
  Mention: { 'mentions:read': 'id' },
  Run: {
    [READ]:
      'codeVersion counts engineReason error finishedAt id inputHash issue parameters queryVersion startedAt state timings',
    [ROWS]: 'cascades communities spread',
    [FINDING_ROWS]: 'coTimedGroups',
  },
  Cascade: {
    [READ]:
      'baseline carriers depth directShare growth hops id maxBreadth root rootAccount run secondsToHalf size startedAt structuralVirality tree uniqueAccounts',
  },
  Job: { [READ]: 'error finishedAt id issue parameters progress requestedAt run state' },
  CoTimedGroup: {
    [FINDINGS]:
      'attribution behaviours chance edgeCount edges evidence evidenceCount evidenceKept explanations id issue layerGroups lineage members reviewState reviewedUntil reviews run size',
  },
  HoaxCluster: {
    [CLUSTERS]: 'carriers cascades claim edges isCut issue mentions outsideReposts race roles',
    'claims:read mentions:read spread:read findings:read regions:all': 'coTimedGroups',
  },
  ...values(
    CLUSTERS,
    'ClusterCarrier ClusterMention ClusterRoleCounts CorrectionRace IssueClaim RaceAudience RaceBucket RaceLag RaceOverlap ReachedAccounts',
  ),
  ...values(
    READ,
    'AccountRole Amplification AmplifyingMention Betweenness CascadeBaseline CascadeCarriers CascadeGrowth CascadeHops CascadeTree Community CommunityMark CommunityStability Coverage EarlySign EstimatedAccount FirstMover HopTable HopWay IssueHops IssueSentiment IssueUpdate JobProgress MeasurePercentile MeasureSpread NamedCount Neighbour Neighbourhood NeighbourhoodLink NetworkMeasures OtherIssues OwnPast PictureLink PictureNode PlaceHops PlacedAccount RankedAccount RankingPlace RunParameters SentimentBucket SentimentShare SentimentShares Spread SpreadNetwork SpreadPath SpreadPicture SpreadStep StageTiming StreamSentiment WindowOutcome',
  ),
  ...values(
    FINDINGS,
    'BehaviourShare ChanceRate ClusterGroup CoTimedEdge EdgeTest Evidence FindingReview GroupLineage GroupPredecessor LayerGroup OrdinaryExplanation',
  ),
  PageInfo: { authenticated: '*' },
};

function values(need: string, types: string): AccessTable {
  return Object.fromEntries(types.split(' ').map((type) => [type, { [need]: '*' }]));
}
