import 'reflect-metadata';
import { federatedSubgraph } from '#platform/federated-subgraph.js';
import { createMentionsContext } from './context.js';
import { loadIssue } from './issue.reference.js';
import { IssueResolver } from './issue.resolver.js';
import { Issue } from './issue.type.js';
import { loadMention } from './mention.reference.js';
import { MentionResolver } from './mention.resolver.js';
import { Mention } from './mention.type.js';
import { AccountResolver, AgencyResolver } from './references.resolver.js';
import { Account, Agency, Region } from './references.type.js';

/** Owns Mention and Issue, and adds mentions to Account and Agency. */
export const mentionsSubgraph = federatedSubgraph({
  name: 'mentions',
  resolvers: [MentionResolver, IssueResolver, AccountResolver, AgencyResolver],
  types: [Mention, Issue, Account, Agency, Region],
  references: {
    Mention: ({ id }, context) => loadMention(id!, context),
    Issue: ({ id }, context) => loadIssue(id!, context),
    Account: ({ id }) => ({ id }),
    Agency: ({ id }) => ({ id }),
    Region: ({ code }) => ({ code }),
  },
  createContext: createMentionsContext,
});
