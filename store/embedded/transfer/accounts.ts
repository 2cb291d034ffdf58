import type { AccountLayer } from '#domain/account.js';
import type { TransferredAccount } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

interface AccountRow {
  readonly id: number;
  readonly platform_id: number;
  readonly native_id: string;
  readonly pseudonym: string;
  readonly handle: string | null;
  readonly display_name: string | null;
  readonly followers: number | null;
  readonly created_at: number | null;
  readonly news_outlet: number | null;
  readonly agency_id: string | null;
  readonly layer: string | null;
  readonly told_at: number | null;
}

const FACTS = ['handle', 'display_name', 'followers', 'created_at', 'news_outlet', 'agency_id', 'layer', 'told_at'];
const PUT = `INSERT INTO account (platform_id, native_id, pseudonym, ${FACTS.join(', ')})
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (pseudonym) DO UPDATE SET ${FACTS.map((fact) => `${fact} = excluded.${fact}`).join(', ')}`;

export function accountTransfer(database: Database, platforms: Platforms): KindTransfer<'accounts'> {
  const toRecord = (row: AccountRow): TransferredAccount => ({
    id: row.pseudonym,
    platform: platforms.name(row.platform_id),
    nativeId: row.native_id,
    handle: row.handle,
    displayName: row.display_name,
    followers: row.followers,
    createdAt: row.created_at,
    newsOutlet: row.news_outlet === null ? null : row.news_outlet === 1,
    agencyId: row.agency_id,
    layer: row.layer as AccountLayer | null,
    toldAt: row.told_at,
  });
  const sql = 'SELECT * FROM account WHERE id > ? ORDER BY id LIMIT ?';
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM account'),
    read: (after) => readSlice<'accounts', AccountRow>(database, sql, [after?.[0] ?? 0], toRecord, ({ id }) => [id]),
    write: (records) => {
      const put = database.prepare(PUT);
      for (const account of records) {
        const { platform, nativeId, id, handle, displayName, followers, createdAt, newsOutlet } = account;
        const isOutlet = newsOutlet === null ? null : Number(newsOutlet);
        const told = [handle, displayName, followers, createdAt, isOutlet, account.agencyId, account.layer];
        put.run(platforms.findOrAdd(platform), nativeId, id, ...told, account.toldAt);
      }
    },
  };
}
