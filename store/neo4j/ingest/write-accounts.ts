import type { AccountChanges, AccountState } from '../../ingest/batch-accounts.js';
import type { Cypher } from '../connection.js';
import { CREATE_ACCOUNTS, DECLARE_ACCOUNTS, WRITE_ACCOUNTS } from './batch-rows.cypher.js';

/** Writes the accounts that a batch added or about which it told something. */
export async function writeAccounts(cypher: Cypher, { added, told }: AccountChanges<string>): Promise<void> {
  const writes: Promise<unknown>[] = [];
  if (added.length > 0) writes.push(cypher.run(CREATE_ACCOUNTS, { rows: rowsOf(added) }));
  if (told.length > 0) writes.push(cypher.run(WRITE_ACCOUNTS, { rows: rowsOf(told) }));
  const states = [...added, ...told];
  const declared = states.filter(({ agencyId }) => agencyId !== null);
  if (declared.length > 0) {
    const rows = declared.map(({ key, agencyId, layer }) => ({ id: key, agencyId, layer }));
    writes.push(cypher.run(DECLARE_ACCOUNTS, { rows: rows.sort((one, other) => (one.id < other.id ? -1 : 1)) }));
  }
  await Promise.all(writes);
}

function rowsOf(states: readonly AccountState<string>[]) {
  return [...states].sort((one, other) => (one.key < other.key ? -1 : 1)).map((state) => ({ facts: factsOf(state) }));
}

function factsOf(state: AccountState<string>) {
  const { natural, handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt } = state;
  const handleKey = accountHandleKey(state);
  const known = { id: state.key, ...natural };
  return { ...known, handle, displayName, followers, createdAt, newsOutlet, agencyId, layer, toldAt, handleKey };
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
