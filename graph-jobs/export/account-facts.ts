import { setImmediate as breathe } from 'node:timers/promises';
import { isPublicAccount } from '#domain/account.js';
import type { AccountStore } from '#domain/ports/account-store.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { publicLabel } from '../report/html/report-view.js';

const SLICE = 5_000;
const UNKNOWN = 0;

/** What an export says of the accounts of a network, by their place in it. Names are of public accounts alone. */
export interface AccountFacts {
  readonly platform: (place: number) => string | null;
  readonly named: ReadonlyMap<number, NamedAccount>;
}

export interface NamedAccount {
  readonly label: string;
  readonly newsOutlet: boolean;
  readonly agencyId: string | null;
  readonly layer: string | null;
}

export async function accountFacts(
  accounts: AccountStore,
  ids: readonly string[],
  onProgress: ProgressListener,
): Promise<AccountFacts> {
  const platforms: (string | null)[] = [null];
  const platform = new Uint8Array(ids.length);
  const named = new Map<number, NamedAccount>();
  for (let from = 0; from < ids.length; from += SLICE) {
    const slice = await accounts.get(ids.slice(from, from + SLICE));
    slice.forEach((account, at) => {
      if (account === null) return;
      if (!platforms.includes(account.platform)) platforms.push(account.platform);
      platform[from + at] = platforms.indexOf(account.platform);
      if (!isPublicAccount(account)) return;
      const { newsOutlet, agencyId, layer } = account;
      named.set(from + at, { label: publicLabel(account), newsOutlet, agencyId, layer });
    });
    onProgress(Math.min(from + SLICE, ids.length), ids.length);
    await breathe();
  }
  return { platform: (place) => platforms[platform[place] ?? UNKNOWN]!, named };
}
