import type { AccountChanges, AccountState } from '../../ingest/batch-accounts.js';
import type { Cypher } from '../connection.js';
import { CREATE_ACCOUNTS, DECLARE_ACCOUNTS, WRITE_ACCOUNTS } from './batch-rows.cypher.js';
import { columnsOf } from './columns.js';

type Account = AccountState<string>;

const ACCOUNT = {
  id: ({ key }: Account) => key,
  platform: ({ natural }: Account) => natural?.platform,
  nativeId: ({ natural }: Account) => natural?.nativeId,
  handle: ({ handle }: Account) => handle,
  displayName: ({ displayName }: Account) => displayName,
  followers: ({ followers }: Account) => followers,
  createdAt: ({ createdAt }: Account) => createdAt,
  newsOutlet: ({ newsOutlet }: Account) => newsOutlet,
  agencyId: ({ agencyId }: Account) => agencyId,
  layer: ({ layer }: Account) => layer,
  toldAt: ({ toldAt }: Account) => toldAt,
  handleKey: accountHandleKey,
};

/** Writes the accounts that a batch added or about which it told something. */
export async function writeAccounts(cypher: Cypher, { added, told }: AccountChanges<string>): Promise<void> {
  const writes: Promise<unknown>[] = [];
  if (added.length > 0) writes.push(cypher.run(CREATE_ACCOUNTS, columnsOf(sorted(added), ACCOUNT)));
  if (told.length > 0) writes.push(cypher.run(WRITE_ACCOUNTS, { rows: sorted(told).map(factsOf) }));
  const declared = [...added, ...told].filter(({ agencyId }) => agencyId !== null);
  if (declared.length > 0) {
    const rows = sorted(declared).map(({ key, agencyId, layer }) => ({ id: key, agencyId, layer }));
    writes.push(cypher.run(DECLARE_ACCOUNTS, { rows }));
  }
  await Promise.all(writes);
}

function sorted(states: readonly Account[]): Account[] {
  return [...states].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function factsOf(state: Account) {
  const { key, handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt } = state;
  const handleKey = accountHandleKey(state);
  return {
    id: key,
    facts: { handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt, handleKey },
  };
}

/** What a search by handle compares; only public accounts can be found by theirs. */
export function accountHandleKey(account: {
  readonly handle: string | null;
  readonly agencyId: string | null;
  readonly newsOutlet: boolean | null;
}): string | null {
  const isPublic = account.agencyId !== null || account.newsOutlet === true;
  return isPublic && account.handle !== null ? account.handle.toLowerCase() : null;
}
