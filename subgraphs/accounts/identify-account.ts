import type { Account } from '#domain/account.js';
import { namesInLog } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AccountsContext } from './context.js';

const SHORTEST_PURPOSE = 10;
const LONGEST_PURPOSE = 200;

interface Asked extends Pick<AccountsContext, 'store' | 'accounts' | 'caller' | 'requestId'> {
  readonly id: string;
  readonly purpose: string;
}

/**
 * The account with its names, once the audit log has it on the disk that somebody looked. Throws BAD_PARAMETERS, NOT_FOUND,
 * AUDIT_UNAVAILABLE.
 */
export async function identifyAccount({ id, purpose, store, accounts, caller, requestId }: Asked): Promise<Account> {
  const stated = purpose.trim();
  if (stated.length < SHORTEST_PURPOSE || stated.length > LONGEST_PURPOSE)
    throw new CodedError('BAD_PARAMETERS', 'the purpose must have 10 to 200 characters', {
      at: 'purpose',
      hint: 'say for which inquiry the name is needed, and on which ground',
    });
  const account = await accounts.load(id);
  if (!account) throw new CodedError('NOT_FOUND', 'no account has this id', { at: 'account' });
  if (!store.audit)
    throw new CodedError('AUDIT_UNAVAILABLE', 'this service keeps no audit log, and nobody is identified without one', {
      hint: 'ask a hub that was started with "jejaring serve"',
    });
  await store.audit.append({
    action: 'identify',
    ...namesInLog(caller),
    purpose: stated,
    requestId,
    what: { fields: ['identify'], ids: [account.id] },
  });
  return account;
}
