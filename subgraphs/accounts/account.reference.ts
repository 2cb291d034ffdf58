import { toAccount } from './account.mapper.js';
import type { Account } from './account.type.js';
import type { AccountsContext } from './context.js';

/** The account of an id, null where there is none. */
export async function loadAccount(id: string, context: AccountsContext): Promise<Account | null> {
  const account = await context.accounts.load(id);
  return account && toAccount(account);
}
