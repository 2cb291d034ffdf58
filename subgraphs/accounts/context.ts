import type { Account } from '#domain/account.js';
import type { Store } from '#domain/ports/store.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';

/** What this subgraph reads of a store. */
export type AccountsPorts = Pick<Store, 'accounts' | 'agencies'>;

export interface AccountsContext {
  readonly store: AccountsPorts;
  readonly accounts: EntityLoader<Account>;
}

export function createAccountsContext(store: AccountsPorts): AccountsContext {
  return { store, accounts: entityLoader((ids) => store.accounts.get(ids)) };
}
