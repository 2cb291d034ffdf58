import { importRows } from '../builders/import-rows.js';
import { accountRecord } from '../builders/records.js';
import { resultsOf, runOf } from '../builders/run-results.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

export function networkMemberContract(open: OpenStore): void {
  describe('accounts in the network of a run', () => {
    const at = freshStore(open);

    test('each has its community, and how often it amplified and was amplified', async () => {
      await at.store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
      const records = ['p', 'q', 'r', 's'].map((id) => accountRecord(id));
      const rows = records.map((account, line) => ({ line, record: { type: 'account' as const, account } }));
      await importRows(at.store, rows);
      const all = await allNodes((after) => at.store.accounts.page({}, { first: 9, after }));
      const accounts = all.map(({ id }) => id);
      const network = {
        accounts,
        community: Uint32Array.of(0, 0, 0, 1),
        source: Uint32Array.of(0, 0, 0, 2),
        target: Uint32Array.of(1, 2, 3, 1),
        weight: Uint32Array.of(2, 9, 1, 4),
      };
      await at.store.runs.put(runOf('r'));
      await at.store.runs.writeResults(runOf('r'), resultsOf('r', { network }));
      const [p, q, r, s] = accounts;
      expect(await at.store.spread.members('r', [q!, 'nobody', p!, s!, r!])).toEqual([
        { community: 0, amplified: 0, amplifies: 6 },
        null,
        { community: 0, amplified: 12, amplifies: 0 },
        { community: 1, amplified: 0, amplifies: 1 },
        { community: 0, amplified: 4, amplifies: 9 },
      ]);
      expect(await at.store.spread.members('none', [p!])).toEqual([null]);
    });
  });
}
