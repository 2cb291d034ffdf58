import { type Account, isPublicAccount } from '#domain/account.js';
import type { Account as AccountType } from './account.type.js';

/** The one place where an account leaves the domain: whatever would name a private account is dropped here. */
export function toAccount(account: Account): AccountType {
  const isPublic = isPublicAccount(account);
  const { id, platform, followers, newsOutlet, agencyId, layer } = account;
  const handle = isPublic ? account.handle : null;
  return {
    id,
    label: handle ?? id,
    platform,
    isPublic,
    handle,
    displayName: isPublic ? account.displayName : null,
    nativeId: isPublic ? account.nativeId : null,
    followers,
    createdAt: isPublic && account.createdAt !== null ? new Date(account.createdAt) : null,
    newsOutlet,
    agency: agencyId === null ? null : { id: agencyId },
    layer,
  };
}
