import { LARGEST_PAGE } from '#domain/paging.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const MINUTE = 60_000;

export function mentionContract(open: OpenStore): void {
  describe('mentions', () => {
    const at = freshStore(open);

    test('are given in the order asked for, null where there is none', async () => {
      await importMentions(at.store, [mentionRecord('1'), mentionRecord('2')]);
      const found = await at.store.mentions.get(['x:2', 'y:1', 'x:3', 'no colon', '', 'x:1', 'x:2']);
      expect(found.map((mention) => mention?.id ?? null)).toEqual(['x:2', null, null, null, null, 'x:1', 'x:2']);
    });

    test('pages of equal times hold every mention once, in both orders', async () => {
      const records = Array.from({ length: 23 }, (_, n) => mentionRecord(`${n}`, { minute: Math.floor(n / 8) }));
      await importMentions(at.store, records);
      for (const order of ['NEWEST', 'OLDEST'] as const) {
        const nodes = await allNodes((after) => at.store.mentions.page({}, order, { first: 4, after }));
        expect(nodes.map(({ id }) => id).sort()).toEqual(records.map(({ nativeId }) => `x:${nativeId}`).sort());
        const times = nodes.map(({ publishedAt }) => publishedAt);
        expect(times).toEqual(times.toSorted((a, b) => (order === 'NEWEST' ? b - a : a - b)));
      }
    });

    test('mentions that come between two pages shift nothing', async () => {
      await importMentions(
        at.store,
        Array.from({ length: 10 }, (_, n) => mentionRecord(`${n}`, { minute: n })),
      );
      const first = await at.store.mentions.page({}, 'NEWEST', { first: 5, after: null });
      await importMentions(at.store, [mentionRecord('new', { minute: 99 }), mentionRecord('between', { minute: 7 })]);
      const after = first.items.at(-1)!.cursor;
      const second = await at.store.mentions.page({}, 'NEWEST', { first: 5, after });
      expect([...first.items, ...second.items].map(({ node }) => node.nativeId)).toEqual([
        ...['9', '8', '7', '6', '5'],
        ...['4', '3', '2', '1', '0'],
      ]);
      expect(second.hasNextPage).toBe(false);
    });

    test('outside issues are those that no issue holds as its query is now, oldest first', async () => {
      const texts = ['banjir', 'kopi', 'rob', 'kopi banjir', 'kopi', 'teh'];
      await importMentions(
        at.store,
        texts.map((text, n) => mentionRecord(`${n}`, { text, minute: Math.floor(n / 2) })),
      );
      const issue = (id: string, query: string) =>
        at.store.issues.create({ id, title: '', query, ownerAgencyId: null, sharedWith: [] });
      const outside = async (from: number, to: number) => {
        const nodes = await allNodes((after) => at.store.mentions.outsideIssues(from, to, { first: 2, after }));
        return nodes.map(({ nativeId }) => nativeId).join(' ');
      };
      const all = [NEW_YEAR, NEW_YEAR + 60 * MINUTE] as const;
      expect(await outside(...all)).toBe('0 1 2 3 4 5');
      await issue('banjir', 'banjir');
      await issue('rob', 'rob OR banjir');
      expect(await outside(...all)).toBe('1 4 5');
      await at.store.issues.changeQuery('rob', 'teh');
      expect(await outside(...all)).toBe('1 2 4');
      expect(await outside(NEW_YEAR + MINUTE, NEW_YEAR + 2 * MINUTE)).toBe('2');
      expect(await outside(NEW_YEAR + MINUTE, NEW_YEAR + MINUTE)).toBe('');
    });

    test('every item has its own cursor, and an empty page knows that there is more', async () => {
      await importMentions(at.store, [mentionRecord('1'), mentionRecord('2'), mentionRecord('3')]);
      const page = await at.store.mentions.page({}, 'OLDEST', { first: LARGEST_PAGE, after: null });
      const after = page.items[1]!.cursor;
      const rest = await at.store.mentions.page({}, 'OLDEST', { first: LARGEST_PAGE, after });
      expect(rest.items).toEqual([page.items[2]]);
      expect(await at.store.mentions.page({}, 'OLDEST', { first: 0, after: null })).toEqual({
        items: [],
        hasNextPage: true,
      });
    });

    test('refuses cursors of other lists and made-up ones', async () => {
      await importMentions(at.store, [mentionRecord('1'), mentionRecord('2')]);
      const { items } = await at.store.mentions.page({}, 'NEWEST', { first: 1, after: null });
      const newest = items[0]!.cursor;
      for (const after of ['', 'x', newest.slice(2), `${newest}AAAA`, '💥'])
        await expect(at.store.mentions.page({}, 'NEWEST', { first: 1, after })).rejects.toMatchObject({
          code: 'BAD_CURSOR',
        });
      await expect(at.store.mentions.page({}, 'OLDEST', { first: 1, after: newest })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
      });
      await expect(at.store.accounts.page({}, { first: 1, after: newest })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
      });
    });

    test('text: all words, phrases in order, in any letter case', async () => {
      const texts = [
        'Banjir besar di Jakarta',
        'Jakarta tidak banjir',
        'besar banjir',
        'kopi',
        'O\'Neil "AND" NOT (x)',
      ];
      await importMentions(
        at.store,
        texts.map((text, n) => mentionRecord(`${n}`, { text, minute: n })),
      );
      const found = async (text: string) =>
        (await at.store.mentions.page({ text }, 'OLDEST', { first: 9, after: null })).items.map(
          ({ node }) => node.nativeId,
        );
      expect(await found('banjir jakarta')).toEqual(['0', '1']);
      expect(await found('JAKARTA "banjir besar"')).toEqual(['0']);
      expect(await found('"besar banjir')).toEqual(['2']);
      expect(await found('kopi banjir')).toEqual([]);
      expect(await found('AND')).toEqual(['4']);
      expect(await found("O'Neil NOT (x) *")).toEqual(['4']);
      expect(await found('banj')).toEqual([]);
      expect(await at.store.mentions.count({ text: 'besar OR kopi' })).toBe(0);
      for (const text of ['', '  ', '"', '*', '!? ()'])
        await expect(at.store.mentions.count({ text })).rejects.toMatchObject({ code: 'BAD_FILTER' });
    });

    test('names that the store does not know give nothing, and so do empty lists', async () => {
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir', regionCode: '31.71' })]);
      const nothing = [
        { issueId: 'none' },
        { accountId: 'none' },
        { agencyId: 'none' },
        { platforms: ['none'] },
        { platforms: [] },
        { kinds: [] },
        { streams: [] },
        { regionCode: '3' },
        { regionCode: '31.7' },
        { regionCode: "31' OR 1=1" },
      ];
      for (const filter of nothing) {
        expect(await at.store.mentions.count(filter)).toBe(0);
        expect((await at.store.mentions.page(filter, 'NEWEST', { first: 1, after: null })).items).toEqual([]);
        expect(await at.store.mentions.timeline(filter, MINUTE, 0)).toEqual([]);
      }
    });

    test('timelines count by bucket, stream and kind, before 1970 too', async () => {
      const times = [-90_000, -60_000, -1, 0, 59_999, 60_000];
      await importMentions(
        at.store,
        times.map((publishedAt, n) => mentionRecord(`${n}`, { publishedAt, stream: n % 2 === 0 ? 'SOCIAL' : 'NEWS' })),
      );
      const social = { stream: 'SOCIAL', kind: 'ORIGINAL', count: 1 };
      const news = { stream: 'NEWS', kind: 'ORIGINAL', count: 1 };
      expect(await at.store.mentions.timeline({}, MINUTE, 0)).toEqual([
        { start: -120_000, counts: [social] },
        { start: -60_000, counts: [social, news] },
        { start: 0, counts: [social, news] },
        { start: 60_000, counts: [news] },
      ]);
      const shifted = await at.store.mentions.timeline({ streams: ['NEWS'] }, MINUTE, 30_000);
      expect(shifted.map(({ start }) => start)).toEqual([-90_000, -30_000, 30_000]);
    });

    test('timelines refuse buckets that are none, and too many of them', async () => {
      const records = Array.from({ length: 10_001 }, (_, n) =>
        mentionRecord(`${n}`, { publishedAt: NEW_YEAR + n, account: accountRecord('a') }),
      );
      await importMentions(at.store, records, 5000);
      for (const bucket of [0, -1, 0.5, Number.NaN])
        await expect(at.store.mentions.timeline({}, bucket, 0)).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
      await expect(at.store.mentions.timeline({}, 1, 0)).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
      const to = NEW_YEAR + 10_000;
      expect(await at.store.mentions.timeline({ to }, 1, 0)).toHaveLength(10_000);
    });
  });
}
