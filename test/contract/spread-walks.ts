import { findSpreadPath } from '#domain/spread-walk/find-spread-path.js';
import type { SpreadEdge } from '#domain/spread-walk/spread-edge.js';
import { walkNeighbourhood } from '#domain/spread-walk/walk-neighbourhood.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';
import { resultsOf, runOf } from '../builders/run-results.js';
import { networkOf } from '../builders/walk-network.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

export function spreadWalkContract(open: OpenStore): void {
  describe('walks over the spread network', () => {
    const at = freshStore(open);
    let accounts: string[];
    const edge = (from: number, to: number, weight: number): SpreadEdge => ({
      from: accounts[from]!,
      to: accounts[to]!,
      weight,
    });

    // 0 -> 1 -> 3 and 0 -> 2 -> 3 -> 4; the way through 2 is the heavier. Accounts are named in the order of their ids.
    beforeEach(async () => {
      await at.store.issues.create({ id: 'i', title: '', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
      const response = (id: string, account: string, parent: string, minute: number) =>
        mentionRecord(id, {
          account: accountRecord(account),
          kind: 'REPOST',
          parentNativeId: parent,
          minute,
        });
      await importMentions(at.store, [
        mentionRecord('1', { account: accountRecord('p'), text: 'banjir' }),
        mentionRecord('9', { account: accountRecord('p'), text: 'kopi' }),
        response('5', 'q', '1', 3),
        response('3', 'q', '1', 3),
        response('4', 'q', '1', 2),
        response('8', 'q', '9', 1),
        response('7', 'r', '5', 9),
        mentionRecord('6', { account: accountRecord('s'), text: 'kopi' }),
        mentionRecord('2', { account: accountRecord('t'), text: 'kopi' }),
      ]);
      const stored = await allNodes((after) => at.store.accounts.page({}, { first: 9, after }));
      accounts = stored.map(({ id }) => id).sort();
      await at.store.runs.put(runOf('r'));
      const edges = [edge(0, 1, 1), edge(1, 3, 5), edge(0, 2, 2), edge(2, 3, 2), edge(3, 4, 7)];
      await at.store.runs.writeResults(runOf('r'), resultsOf('r', { network: networkOf(accounts, edges) }));
    });

    const byEnds = (edges: readonly SpreadEdge[]) =>
      [...edges].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));

    test('edges are found both ways, counted, and the heaviest first', async () => {
      const { walks } = at.store;
      expect(await walks.degrees('r', [accounts[3]!, 'nobody', accounts[0]!], 'ALONG')).toEqual([1, 0, 2]);
      expect(await walks.degrees('r', [accounts[3]!, accounts[0]!], 'AGAINST')).toEqual([2, 0]);
      const along = await walks.edges('r', [accounts[0]!, accounts[3]!, 'nobody'], 'ALONG');
      expect(byEnds(along)).toEqual([edge(0, 1, 1), edge(0, 2, 2), edge(3, 4, 7)]);
      expect(byEnds(await walks.edges('r', [accounts[3]!], 'AGAINST'))).toEqual([edge(1, 3, 5), edge(2, 3, 2)]);
      expect(await walks.heaviestEdges('r', accounts[3]!, 'AGAINST', { skip: 0, most: 1 })).toEqual([edge(1, 3, 5)]);
      const all = await walks.heaviestEdges('r', accounts[0]!, 'ALONG', { skip: 0, most: 9 });
      expect(all).toEqual([edge(0, 2, 2), edge(0, 1, 1)]);
      expect(await walks.heaviestEdges('r', accounts[0]!, 'ALONG', { skip: 1, most: 1 })).toEqual([edge(0, 1, 1)]);
      expect(await walks.heaviestEdges('r', accounts[0]!, 'ALONG', { skip: 2, most: 9 })).toEqual([]);
      expect(await walks.edges('none', [accounts[0]!], 'ALONG')).toEqual([]);
      expect(await walks.degrees('none', [accounts[0]!], 'ALONG')).toEqual([0]);
    });

    test('edges among accounts come in pages, the heaviest first', async () => {
      const { walks } = at.store;
      const among = async (first: number, of: readonly number[]) =>
        allNodes((after) =>
          walks.edgesAmong(
            'r',
            of.map((n) => accounts[n]!),
            { first, after },
          ),
        );
      const all = [edge(3, 4, 7), edge(1, 3, 5), edge(0, 2, 2), edge(2, 3, 2), edge(0, 1, 1)];
      for (const first of [1, 2, 9]) expect(await among(first, [4, 3, 2, 1, 0])).toEqual(all);
      expect(await among(9, [0, 1, 3])).toEqual([edge(1, 3, 5), edge(0, 1, 1)]);
      expect(await walks.countEdgesAmong('r', accounts)).toBe(5);
      expect(await walks.countEdgesAmong('r', [accounts[0]!, accounts[3]!])).toBe(0);
      expect(await walks.countEdgesAmong('none', accounts)).toBe(0);
      await expect(walks.edgesAmong('r', accounts, { first: 1, after: 'x' })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
      });
    });

    test('a path is the shortest, with the heaviest weakest step', async () => {
      const path = (from: number, to: number, more = {}) =>
        findSpreadPath(at.store.walks, { runId: 'r', from: accounts[from]!, to: accounts[to]!, ...more });
      const steps = [edge(0, 2, 2), edge(2, 3, 2), edge(3, 4, 7)];
      expect(await path(0, 4)).toMatchObject({ outcome: 'FOUND', steps });
      expect(await path(4, 0)).toMatchObject({ outcome: 'NO_PATH', steps: [] });
      expect(await path(0, 4, { maxLength: 2 })).toMatchObject({ outcome: 'NONE_WITHIN_LENGTH', searchedLength: 2 });
      expect(await path(0, 4, { mostEdges: 1 })).toMatchObject({ outcome: 'SEARCH_CAPPED', searchedLength: 1 });
    });

    test('a neighbourhood has its accounts in order, n of N', async () => {
      const question = { runId: 'r', accountId: accounts[0]!, depth: 2, direction: 'ALONG' as const };
      expect(await walkNeighbourhood(at.store.walks, { ...question, most: 2 })).toEqual({
        shown: [
          { accountId: accounts[2], distance: 1, weight: 2 },
          { accountId: accounts[1], distance: 1, weight: 1 },
        ],
        total: 3,
        totalIsExact: true,
      });
      const capped = await walkNeighbourhood(at.store.walks, { ...question, mostEdges: 1 });
      expect(capped).toMatchObject({ shown: [{ accountId: accounts[2] }], total: 1, totalIsExact: false });
    });

    test('mentions that amplified are those of the issue, earliest first, then by id', async () => {
      const [p, q, r] = (await at.store.mentions.get(['x:1', 'x:5', 'x:7'])).map((mention) => mention!.accountId);
      const { walks } = at.store;
      const ids = async (from: string, to: string) =>
        (await allNodes((after) => walks.amplifyingMentions('i', { from, to }, { first: 1, after }))).map(
          ({ mentionId }) => mentionId,
        );
      expect(await ids(p!, q!)).toEqual(['x:4', 'x:3', 'x:5']);
      expect(await walks.countAmplifyingMentions('i', { from: p!, to: q! })).toBe(3);
      const page = await walks.amplifyingMentions('i', { from: q!, to: r! }, { first: 9, after: null });
      expect(page.items.map(({ node }) => node)).toEqual([
        { mentionId: 'x:7', parentId: 'x:5', kind: 'REPOST', publishedAt: NEW_YEAR + 9 * 60_000 },
      ]);
      expect(await ids(q!, p!)).toEqual([]);
      expect(await walks.countAmplifyingMentions('none', { from: p!, to: q! })).toBe(0);
    });
  });
}
