import { CASCADE_ORDERS, orderValues } from '#domain/cascade-order.js';
import { cascadeOf, measuredCascade, resultsOf, runOf } from '../builders/run-results.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const PAGE = { first: 2, after: null };

export function cascadeContract(open: OpenStore): void {
  describe('cascades that runs leave behind', () => {
    const at = freshStore(open);

    beforeEach(async () => {
      await at.store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    });

    test.each(CASCADE_ORDERS)(
      'cascades by %s come largest first; of equal ones the larger, then by root',
      async (order) => {
        const run = runOf('r');
        const shaped = (root: string, size: number, n: number) => measuredCascade(cascadeOf(root, size), n);
        const cascades = [
          ...[shaped('x:4', 3, 2.5), shaped('x:3', 3, 0), shaped('x:9', 8, 1.5), shaped('x:1', 3, 2.5)],
          { ...cascadeOf('x:old', 2), details: null },
        ];
        await at.store.runs.put(run);
        await at.store.runs.writeResults(run, resultsOf('r', { cascades }));
        const byHand = cascades.toSorted((a, b) => {
          const values = orderValues(b)[order] - orderValues(a)[order];
          return values || b.size - a.size || (a.rootId < b.rootId ? -1 : 1);
        });
        expect(await allNodes((after) => at.store.spread.cascades('r', { first: 1, after }, order))).toEqual(byHand);
        expect((await at.store.spread.cascades('none', PAGE, order)).items).toEqual([]);
        const other = order === 'SIZE' ? 'DEPTH' : 'SIZE';
        const { cursor } = (await at.store.spread.cascades('r', PAGE, other)).items[0]!;
        const crossed = at.store.spread.cascades('r', { first: 1, after: cursor }, order);
        await expect(crossed).rejects.toMatchObject({ code: 'BAD_CURSOR' });
      },
    );

    test('a cascade is found by its run and root', async () => {
      const cascades = [cascadeOf('x:1', 2), cascadeOf('x:2', 3)];
      for (const id of ['r', 'r2']) {
        await at.store.runs.put(runOf(id));
        await at.store.runs.writeResults(
          runOf(id),
          resultsOf(id, { cascades: id === 'r' ? cascades : [cascades[0]!] }),
        );
      }
      const keys = [
        ...[
          { runId: 'r2', rootId: 'x:2' },
          { runId: 'r', rootId: 'x:2' },
          { runId: 'none', rootId: 'x:1' },
        ],
        ...[
          { runId: 'r2', rootId: 'x:1' },
          { runId: '', rootId: '' },
        ],
      ];
      const found = await at.store.spread.cascadesByRoot(keys);
      expect(found).toEqual([null, cascades[1], null, cascades[0], null]);
      expect(await at.store.spread.cascadesByRoot([])).toEqual([]);
    });
  });
}
