import type { Account } from '#domain/account.js';
import type { AccountFilter } from '#domain/ports/account-store.js';
import { importRows } from '../builders/import-rows.js';
import { accountRecord } from '../builders/records.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const ACCOUNTS = [
  accountRecord('1', { handle: 'BNPB_Indonesia', agencyId: 'bnpb', layer: 'L0' }),
  accountRecord('2', { handle: 'relawan', agencyId: 'bnpb', layer: 'L3' }),
  accountRecord('3', { handle: 'Warta', newsOutlet: true }),
  accountRecord('4', { handle: 'warta' }),
  accountRecord('5', { platform: 'y', handle: 'warta', newsOutlet: false }),
  accountRecord('6', { layer: 'L1', agencyId: 'kominfo', newsOutlet: true }),
];

export function accountContract(open: OpenStore): void {
  describe('accounts', () => {
    const at = freshStore(open);
    const all = (filter: AccountFilter = {}, first = 2) =>
      allNodes((after) => at.store.accounts.page(filter, { first, after }));
    const names = (accounts: readonly Account[]) => accounts.map(({ nativeId }) => nativeId).sort();

    beforeEach(async () => {
      await importRows(
        at.store,
        ACCOUNTS.map((account, line) => ({ line, record: { type: 'account', account } })),
      );
    });

    test('are listed by id, and found by it in the order asked for', async () => {
      const accounts = await all();
      const ids = accounts.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
      expect(names(accounts)).toEqual(['1', '2', '3', '4', '5', '6']);
      expect(await at.store.accounts.get([ids[3]!, 'none', ids[0]!, ids[3]!])).toEqual([
        accounts[3],
        null,
        accounts[0],
        accounts[3],
      ]);
    });

    test('the same native id on two platforms is two accounts', async () => {
      const account = accountRecord('1', { platform: 'y' });
      const outcome = await importRows(at.store, [{ line: 1, record: { type: 'account', account } }]);
      expect(outcome.accountsAdded).toBe(1);
      expect(new Set((await all()).map(({ id }) => id)).size).toBe(7);
    });

    test.each<[AccountFilter, string[]]>([
      [{ platforms: ['y'] }, ['5']],
      [{ platforms: ['x', 'y', 'z'] }, ['1', '2', '3', '4', '5', '6']],
      [{ platforms: [] }, []],
      [{ agencyId: 'bnpb' }, ['1', '2']],
      [{ layers: ['L0', 'L1'] }, ['1', '6']],
      [{ agencyId: 'bnpb', layers: ['L3'] }, ['2']],
      [{ newsOutlet: true }, ['3', '6']],
      [{ newsOutlet: false }, ['1', '2', '4', '5']],
      [{ newsOutlet: true, layers: ['L1'], platforms: ['x'] }, ['6']],
      [{ handle: 'bnpb_INDONESIA' }, ['1']],
      [{ handle: 'none' }, []],
    ])('filter %j', async (filter, expected) => {
      expect(names(await all(filter, 1))).toEqual(expected);
    });

    test('a handle finds public accounts only', async () => {
      expect(names(await all({ handle: 'warta' }))).toEqual(['3']);
    });
  });
}
