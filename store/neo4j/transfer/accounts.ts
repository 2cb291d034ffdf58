import type { TransferredAccount } from '#domain/transfer/transfer-records.js';
import { DECLARE_ACCOUNTS } from '../ingest/batch-rows.cypher.js';
import { accountHandleKey } from '../ingest/write-accounts.js';
import { COUNT_ACCOUNTS, PUT_ACCOUNTS, READ_ACCOUNTS } from './accounts.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';

const ROWS = 10_000;

export const accountTransfer: KindTransfer<'accounts'> = {
  count: (cypher) => countBy(cypher, COUNT_ACCOUNTS),
  read: (cypher, after) =>
    readSlice<'accounts', TransferredAccount>(
      cypher,
      READ_ACCOUNTS,
      { after: after?.[0] ?? '', rows: ROWS },
      (account) => ({
        id: account.id,
        platform: account.platform,
        nativeId: account.nativeId,
        handle: account.handle ?? null,
        displayName: account.displayName ?? null,
        followers: account.followers ?? null,
        createdAt: account.createdAt ?? null,
        newsOutlet: account.newsOutlet ?? null,
        agencyId: account.agencyId ?? null,
        layer: account.layer ?? null,
        toldAt: account.toldAt ?? null,
      }),
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    const accounts = records.map((account) => ({ ...account, handleKey: accountHandleKey(account) }));
    await cypher.run(PUT_ACCOUNTS, { accounts });
    const declared = records.filter(({ agencyId }) => agencyId !== null);
    if (declared.length > 0)
      await cypher.run(DECLARE_ACCOUNTS, {
        rows: declared.map(({ id, agencyId, layer }) => ({ id, agencyId, layer })),
      });
  },
};
