import 'reflect-metadata';
import { federatedSubgraph } from '#platform/federated-subgraph.js';
import { MENTIONS_ACCESS } from './access.js';
import { loadClaim } from './claim.reference.js';
import { ClaimResolver } from './claim.resolver.js';
import { Claim } from './claim.type.js';
import { ClaimMatchResolver, MentionMatchesResolver } from './claim-match.resolver.js';
import { createMentionsContext } from './context.js';
import { MENTIONS_COSTS } from './costs.js';
import { EmergingDecisionResolver } from './emerging-decision.resolver.js';
import { EmergingIssueResolver, EmergingSourceResolver } from './emerging-issue.resolver.js';
import { loadIssue } from './issue.reference.js';
import { IssueResolver } from './issue.resolver.js';
import { Issue } from './issue.type.js';
import { MENTIONS_KEPT } from './kept.js';
import { loadMention } from './mention.reference.js';
import { MentionResolver } from './mention.resolver.js';
import { Mention } from './mention.type.js';
import { MENTIONS_OPEN } from './open.js';
import { AccountResolver, AgencyResolver } from './references.resolver.js';
import { Account, Agency, Region } from './references.type.js';
import { ShareIssueResolver } from './share-issue.resolver.js';

/** Owns Mention, Issue and Claim, and adds mentions to Account and Agency. */
export const mentionsSubgraph = federatedSubgraph({
  name: 'mentions',
  resolvers: [
    MentionResolver,
    IssueResolver,
    ShareIssueResolver,
    ClaimResolver,
    ClaimMatchResolver,
    MentionMatchesResolver,
    EmergingIssueResolver,
    EmergingSourceResolver,
    EmergingDecisionResolver,
    AccountResolver,
    AgencyResolver,
  ],
  types: [Mention, Issue, Claim, Account, Agency, Region],
  references: {
    Mention: ({ id }, context) => loadMention(id!, context),
    Issue: ({ id }, context) => loadIssue(id!, context),
    Claim: ({ id }, context) => loadClaim(id!, context),
    Account: ({ id }) => ({ id }),
    Agency: ({ id }) => ({ id }),
    Region: ({ code }) => ({ code }),
  },
  access: MENTIONS_ACCESS,
  open: MENTIONS_OPEN,
  kept: MENTIONS_KEPT,
  costs: MENTIONS_COSTS,
  createContext: createMentionsContext,
});
