import type { AccountChanges, AccountState } from '../../ingest/batch-accounts.js';
import type { Cypher } from '../connection.js';
import { DECLARE_ACCOUNTS, WRITE_ACCOUNTS } from './batch-rows.cypher.js';

/** Writes the accounts that a batch added or about which it told something. */
export async function writeAccounts(cypher: Cypher, { added, told }: AccountChanges<string>): Promise<void> {
  const states = [...added, ...told].sort((one, other) => (one.key < other.key ? -1 : 1));
  if (states.length === 0) return;
  await cypher.run(WRITE_ACCOUNTS, { rows: states.map((state) => ({ id: state.key, facts: factsOf(state) })) });
  const declared = states.filter(({ agencyId }) => agencyId !== null);
  if (declared.length > 0)
    await cypher.run(DECLARE_ACCOUNTS, {
      rows: declared.map(({ key, agencyId, layer }) => ({ id: key, agencyId, layer })),
    });
}

function factsOf(state: AccountState<string>) {
  const { natural, handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt } = state;
  const handleKey = accountHandleKey(state);
  return { ...natural, handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt, handleKey };
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
