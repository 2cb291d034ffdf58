import 'reflect-metadata';
import { federatedSubgraph } from '#platform/federated-subgraph.js';
import { SPREAD_ACCESS } from './access.js';
import { AccountResolver } from './account.resolver.js';
import { loadCascade } from './cascade.reference.js';
import { CascadeResolver } from './cascade.resolver.js';
import { Cascade } from './cascade.type.js';
import { loadGroup } from './co-timed-group.reference.js';
import { CoTimedGroupResolver } from './co-timed-group.resolver.js';
import { CoTimedGroup } from './co-timed-group.type.js';
import { CommunityResolver } from './community.resolver.js';
import { Community } from './community.type.js';
import { createSpreadContext } from './context.js';
import { SPREAD_COSTS } from './costs.js';
import { FindingReviewResolver } from './finding-review/finding-review.resolver.js';
import { GroupLineageResolver, GroupPredecessorResolver } from './group-lineage.resolver.js';
import { ClusterGroupResolver, HoaxClusterResolver } from './hoax-cluster.resolver.js';
import { IssueResolver } from './issue.resolver.js';
import { ClaimClusterResolver, IssueClaimResolver, IssueClaimsResolver } from './issue-claims.resolver.js';
import { IssueUpdateResolver } from './issue-update.resolver.js';
import { IssueUpdate } from './issue-update.type.js';
import { loadJob } from './job.reference.js';
import { JobResolver } from './job.resolver.js';
import { Job } from './job.type.js';
import { SPREAD_KEPT } from './kept.js';
import { LayerGroupResolver } from './layer-group.resolver.js';
import { AccountNeighbourhoodResolver, NeighbourhoodResolver } from './neighbourhood.resolver.js';
import { Neighbourhood } from './neighbourhood.type.js';
import { SPREAD_OPEN } from './open.js';
import { Account, Claim, Issue, Mention } from './references.type.js';
import { RegionalGroupResolver, RegionalGroupsResolver } from './regional-group/regional-group.resolver.js';
import { loadRun } from './run.reference.js';
import { RunResolver } from './run.resolver.js';
import { Run } from './run.type.js';
import { SentimentResolver } from './sentiment.resolver.js';
import { SpreadResolver } from './spread.resolver.js';
import { Spread } from './spread.type.js';
import { SpreadPathResolver, SpreadStepResolver } from './spread-path.resolver.js';
import { SpreadPath } from './spread-path.type.js';

/** Owns runs, jobs and all that runs found, and adds it to Issue and Account; and what people decided of claims, within issues. */
export const spreadSubgraph = federatedSubgraph({
  name: 'spread',
  resolvers: [
    AccountNeighbourhoodResolver,
    AccountResolver,
    CascadeResolver,
    ClaimClusterResolver,
    ClusterGroupResolver,
    CommunityResolver,
    CoTimedGroupResolver,
    FindingReviewResolver,
    GroupLineageResolver,
    GroupPredecessorResolver,
    HoaxClusterResolver,
    IssueClaimResolver,
    IssueClaimsResolver,
    IssueResolver,
    IssueUpdateResolver,
    JobResolver,
    LayerGroupResolver,
    NeighbourhoodResolver,
    RegionalGroupResolver,
    RegionalGroupsResolver,
    RunResolver,
    SentimentResolver,
    SpreadPathResolver,
    SpreadResolver,
    SpreadStepResolver,
  ],
  types: [
    Account,
    Cascade,
    Claim,
    Community,
    CoTimedGroup,
    Issue,
    IssueUpdate,
    Job,
    Mention,
    Neighbourhood,
    Run,
    Spread,
    SpreadPath,
  ],
  references: {
    Account: ({ id }) => ({ id }),
    Cascade: ({ id }, context) => loadCascade(id!, context),
    Claim: ({ id }) => ({ id }),
    CoTimedGroup: ({ id }, context) => loadGroup(id!, context),
    Issue: ({ id }) => ({ id }),
    Job: ({ id }, context) => loadJob(id!, context),
    Mention: ({ id }) => ({ id }),
    Run: ({ id }, context) => loadRun(id!, context),
  },
  access: SPREAD_ACCESS,
  open: SPREAD_OPEN,
  kept: SPREAD_KEPT,
  costs: SPREAD_COSTS,
  createContext: createSpreadContext,
});
