import type { Account } from '#domain/account.js';
import type { Caller } from '#domain/caller.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import type { Store } from '#domain/ports/store.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';

/** What this subgraph reads of a store. */
export type AccountsPorts = Pick<Store, 'accounts' | 'agencies'> & {
  /** Where it is kept who looked behind a pseudonym; without it nobody does. */
  readonly audit?: AuditLog | undefined;
};

export interface AccountsContext {
  readonly store: AccountsPorts;
  readonly accounts: EntityLoader<Account>;
  /** Who asks. */
  readonly caller: Caller;
  /** Under which id logs keep the request. */
  readonly requestId: string | null;
}

export function createAccountsContext(
  store: AccountsPorts,
  caller: Caller,
  requestId: string | null = null,
): AccountsContext {
  return { store, accounts: entityLoader((ids) => store.accounts.get(ids)), caller, requestId };
}
