import type { AccountLayer } from '#domain/account.js';
import type { AccountChanges, AccountState, StoredAccount } from '../../ingest/batch-accounts.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

interface AccountRow {
  id: number;
  pseudonym: string;
  handle: string | null;
  display_name: string | null;
  followers: number | null;
  created_at: number | null;
  news_outlet: number | null;
  agency_id: string | null;
  layer: AccountLayer | null;
  told_at: number | null;
}

const FACTS = [
  'handle',
  'display_name',
  'followers',
  'created_at',
  'news_outlet',
  'agency_id',
  'layer',
  'told_at',
] as const;

const LOAD = `SELECT a.id, a.pseudonym, ${FACTS.map((fact) => `a.${fact}`).join(', ')}
  FROM json_each(?) j CROSS JOIN account a INDEXED BY account_by_pseudonym ON a.pseudonym = j.value`;
const INSERT = `INSERT INTO account (id, platform_id, native_id, pseudonym, ${FACTS.join(', ')})
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE account SET ${FACTS.map((fact) => `${fact} = ?`).join(', ')} WHERE id = ?`;

export function readAccounts(database: Database, pseudonyms: readonly string[]): StoredAccount<number>[] {
  return database.all<AccountRow>(LOAD, JSON.stringify(pseudonyms)).map((row) => ({
    key: row.id,
    pseudonym: row.pseudonym,
    handle: row.handle,
    displayName: row.display_name,
    followers: row.followers,
    createdAt: row.created_at,
    newsOutlet: row.news_outlet === null ? null : row.news_outlet === 1,
    agencyId: row.agency_id,
    layer: row.layer,
    toldAt: row.told_at,
  }));
}

export function writeAccounts(database: Database, platforms: Platforms, changes: AccountChanges<number>): void {
  const [insert, update] = [database.prepare(INSERT), database.prepare(UPDATE)];
  for (const state of changes.added) {
    const { platform, nativeId } = state.natural!;
    insert.run(state.key, platforms.findOrAdd(platform), nativeId, state.pseudonym, ...factsOf(state));
  }
  for (const state of changes.told) update.run(...factsOf(state), state.key);
}

function factsOf({
  handle,
  displayName,
  followers,
  createdAt,
  newsOutlet,
  agencyId,
  layer,
  toldAt,
}: AccountState<number>) {
  const outlet = newsOutlet === null ? null : Number(newsOutlet);
  return [handle, displayName, followers, createdAt, outlet, agencyId, layer, toldAt] as const;
}
