import { MOST_TEXT, NO_ROW, type StringColumn } from '#domain/mention-columns.js';
import type { Store } from '#domain/ports/store.js';
import { NO_TEXT } from '#domain/sentiment.js';
import { importMentions, importRows } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';
import { freshStore, type OpenStore } from './suite.js';

const texts = (column: StringColumn) => Array.from({ length: column.length }, (_, row) => column.at(row));

/** No half of a surrogate pair at its end. */
const cutAt = (text: string, length: number) => Buffer.from(text.slice(0, length)).toString();

export function columnsContract(open: OpenStore): void {
  describe('columns of an issue', () => {
    const at = freshStore(open);
    const everything = async (store: Store) => {
      await store.issues.create({ id: 'i', title: '', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
      return store.issues.columns('i');
    };
    const records = [
      mentionRecord('b', {
        text: 'banjir',
        minute: 2,
        urls: ['u2', 'u1', 'u2'],
        hashtags: ['rob', 'air'],
        mediaHashes: ['ff', '00'],
      }),
      mentionRecord('a', { text: 'banjir', minute: 2, account: accountRecord('z', { platform: 'y', followers: 5 }) }),
      mentionRecord('late', { text: 'banjir', kind: 'REPLY', parentNativeId: 'b', minute: 5, regionCode: '31.71' }),
      mentionRecord('early', { text: 'banjir', kind: 'REPLY', parentNativeId: 'never', minute: 1, urls: ['u1'] }),
      mentionRecord('outside', { text: 'kopi', minute: 3 }),
      mentionRecord('child', { text: 'banjir', kind: 'QUOTE', parentNativeId: 'outside', minute: 4 }),
    ];

    test('rows are ordered by time and id, codes follow first appearance', async () => {
      await importMentions(at.store, records);
      const columns = await everything(at.store);
      expect(columns.length).toBe(5);
      expect(texts(columns.ids)).toEqual(['x:early', 'x:b', 'y:a', 'x:child', 'x:late']);
      expect([...columns.publishedAt].map((time) => (time - NEW_YEAR) / 60_000)).toEqual([1, 2, 2, 4, 5]);
      expect([...columns.kind]).toEqual([2, 0, 0, 3, 2]);
      expect([...columns.stream]).toEqual([0, 0, 0, 0, 0]);
      expect([...columns.account]).toEqual([0, 0, 1, 0, 0]);
      expect([...columns.platform]).toEqual([0, 0, 1, 0, 0]);
      expect([...columns.namedParent]).toEqual([0, NO_ROW, NO_ROW, 1, 2]);
      expect([...columns.parent]).toEqual([NO_ROW, NO_ROW, NO_ROW, NO_ROW, 1]);
      expect([...columns.region]).toEqual([NO_ROW, NO_ROW, NO_ROW, NO_ROW, 0]);
      expect(texts(columns.parents)).toEqual(['x:never', 'x:outside', 'x:b']);
      expect([columns.regions, columns.platforms]).toEqual([['31.71'], ['x', 'y']]);
      expect(columns.links.values).toEqual(['u1', 'u2']);
      expect([[...columns.links.mention], [...columns.links.object]]).toEqual([
        [0, 1, 1],
        [0, 1, 0],
      ]);
      expect(columns.hashtags).toMatchObject({ length: 2, values: ['rob', 'air'] });
      expect(columns.media).toMatchObject({ length: 2, values: ['ff', '00'] });
    });

    test('carry texts, or what is told of them, where they are asked for: each once, none of a repost, and of a long one the beginning', async () => {
      const long = `banjir ${'🌊 air '.repeat(3000)}`;
      const repost = { kind: 'REPOST', parentNativeId: 'b', text: 'banjir' } as const;
      await importMentions(at.store, [
        ...records,
        mentionRecord('repost', { ...repost, minute: 6 }),
        mentionRecord('long', { text: long, minute: 7 }),
        mentionRecord('empty', { ...repost, kind: 'REPLY', text: '', minute: 8 }),
      ]);
      expect(await everything(at.store)).toMatchObject({ texts: null, sentiment: null });
      const { length, texts: column } = await at.store.issues.columns('i', undefined, { texts: true });
      expect(length).toBe(8);
      expect([...column!.text]).toEqual([0, 0, 0, 0, 0, NO_ROW, 1, NO_ROW]);
      expect(column!.values.length).toBe(2);
      expect([column!.values.at(0), column!.values.at(1)]).toEqual(['banjir', cutAt(long, MOST_TEXT)]);
      const seen: string[] = [];
      const sentimentOf = (text: string) => seen.push(text);
      const judged = await at.store.issues.columns('i', undefined, { sentimentOf });
      expect([...judged.sentiment!]).toEqual([1, 2, 3, 4, 5, NO_TEXT, 6, NO_TEXT]);
      expect(seen).toEqual([...Array.from({ length: 5 }, () => 'banjir'), long.slice(0, MOST_TEXT)]);
      expect(judged.texts).toBeNull();
    });

    test('name accounts by their public id', async () => {
      await importMentions(at.store, records);
      const { accounts } = await everything(at.store);
      const [plain, other] = await at.store.mentions.get(['x:b', 'y:a']);
      const facts = { newsOutlet: false, agencyId: null, layer: null };
      expect(accounts).toEqual([
        { id: plain!.accountId, followers: null, ...facts },
        { id: other!.accountId, followers: 5, ...facts },
      ]);
    });

    test('are the same whatever order the data came in', async () => {
      await importMentions(at.store, records);
      const one = await everything(at.store);
      // Neo4j Community has one database: opening another store empties it.
      const other = await open();
      try {
        await importMentions(other.store, records.toReversed(), 1);
        const two = await everything(other.store);
        const comparable = ({ ids, parents, ...columns }: typeof one) => ({
          ...columns,
          ids: texts(ids),
          parents: texts(parents),
        });
        expect(comparable(two)).toEqual(comparable(one));
      } finally {
        await other.close();
      }
    });

    test('an empty issue has empty columns', async () => {
      const columns = await everything(at.store);
      expect(columns).toMatchObject({ length: 0, accounts: [], regions: [], platforms: [] });
    });

    test('more rows than a slice holds, many of one time, and a listener that stops it', async () => {
      const many = Array.from({ length: 45_000 }, (_, n) =>
        mentionRecord(`${(n * 7919) % 45_000}`.padStart(5, '0'), { text: 'banjir', minute: Math.floor(n / 15_000) }),
      );
      await importRows(
        at.store,
        many.map((mention, line) => ({ line, record: { type: 'mention', mention } })),
        15_000,
      );
      const columns = await everything(at.store);
      const sorted = many.toSorted((a, b) => a.publishedAt - b.publishedAt || (a.nativeId < b.nativeId ? -1 : 1));
      expect(texts(columns.ids)).toEqual(sorted.map(({ nativeId }) => `x:${nativeId}`));
      const stop = () => {
        throw new Error('stopped');
      };
      await expect(at.store.issues.columns('i', stop)).rejects.toThrow('stopped');
    }, 120_000);
  });
}
