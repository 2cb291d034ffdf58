import 'reflect-metadata';
import { federatedSubgraph } from '#platform/federated-subgraph.js';
import { ACCOUNTS_ACCESS } from './access.js';
import { loadAccount } from './account.reference.js';
import { AccountResolver } from './account.resolver.js';
import { Account } from './account.type.js';
import { AgencyResolver } from './agency.resolver.js';
import { Agency } from './agency.type.js';
import { createAccountsContext } from './context.js';
import { IdentifyResolver } from './identify.resolver.js';
import { AccountIdentity } from './identify.type.js';
import { ACCOUNTS_OPEN } from './open.js';

/** Owns Account, and adds the accounts of an agency to Agency. */
export const accountsSubgraph = federatedSubgraph({
  name: 'accounts',
  resolvers: [AccountResolver, AgencyResolver, IdentifyResolver],
  types: [Account, AccountIdentity, Agency],
  references: {
    Account: ({ id }, context) => loadAccount(id!, context),
    Agency: ({ id }) => ({ id }),
  },
  access: ACCOUNTS_ACCESS,
  open: ACCOUNTS_OPEN,
  createContext: createAccountsContext,
});
