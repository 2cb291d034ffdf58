import fc from 'fast-check';
import type { IngestRow, MentionRecord } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import { importMentions, importRows } from '../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../builders/records.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const repost = (nativeId: string, parentNativeId: string, more: Parameters<typeof mentionRecord>[1] = {}) =>
  mentionRecord(nativeId, { kind: 'REPOST', parentNativeId, ...more });

export function membershipContract(open: OpenStore): void {
  describe('mentions of an issue', () => {
    const at = freshStore(open);
    const watch = (query: string, store: Store = at.store) =>
      store.issues.create({ id: 'i', title: 'i', query, ownerAgencyId: null, sharedWith: [] });
    const members = async (store: Store = at.store) => {
      const page = (after: string | null) => store.mentions.page({ issueId: 'i' }, 'OLDEST', { first: 100, after });
      return (await allNodes(page)).map(({ nativeId }) => nativeId).sort();
    };

    const FAMILY: readonly MentionRecord[] = [
      mentionRecord('root', { text: 'Banjir!' }),
      repost('child', 'root', { minute: 1 }),
      repost('grandchild', 'child', { minute: 2 }),
      mentionRecord('reply', { kind: 'REPLY', parentNativeId: 'root', text: 'ya' }),
      mentionRecord('quote', { kind: 'QUOTE', parentNativeId: 'root', text: 'lihat ini' }),
      repost('of quote', 'quote'),
      mentionRecord('other', { text: 'kopi' }),
    ];

    const EVERYTHING_OF_ROOT = ['child', 'grandchild', 'of quote', 'quote', 'reply', 'root'];

    test('are those that match and all responses to them, however deep, whichever is there first', async () => {
      await importMentions(at.store, FAMILY);
      await watch('banjir');
      expect(await members()).toEqual(EVERYTHING_OF_ROOT);
      await at.store.issues.changeQuery('i', 'lihat');
      expect(await members()).toEqual(['of quote', 'quote']);
    });

    test.each(['parents first', 'parents last'])('are found on import, %s', async (order) => {
      await watch('banjir');
      await importMentions(at.store, order === 'parents first' ? FAMILY : FAMILY.toReversed(), 2);
      expect(await members()).toEqual(EVERYTHING_OF_ROOT);
    });

    test('in scripts without spaces a query finds any part, the text filter whole runs', async () => {
      await importMentions(at.store, [mentionRecord('1', { text: '今天,宁波妇儿医院。' })]);
      await watch('妇儿');
      expect(await members()).toEqual(['1']);
      expect(await at.store.mentions.count({ text: '宁波妇儿医院' })).toBe(1);
    });

    test('responses keep to the scope of the query', async () => {
      await watch('banjir region:31');
      const place = (regionCode: string | null) => ({ regionCode });
      await importMentions(at.store, [
        mentionRecord('1', { text: 'banjir', ...place('31.71') }),
        repost('2', '1', place('31')),
        repost('3', '1', place('32')),
        repost('4', '3', place('31')),
        repost('5', '1'),
      ]);
      expect(await members()).toEqual(['1', '2']);
    });

    test('follow a text that changes, with the responses that it drew', async () => {
      await watch('banjir');
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir' }), repost('2', '1'), repost('3', '2')]);
      await importMentions(at.store, [mentionRecord('1', { text: 'kopi' })]);
      expect(await members()).toEqual([]);
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir lagi' })]);
      expect(await members()).toEqual(['1', '2', '3']);
    });

    test('follow the handle of their account', async () => {
      await watch('account:bnpb');
      const rename = (handle: string): IngestRow[] => [
        { line: 1, record: { type: 'account', account: accountRecord('a', { handle }) } },
      ];
      await importMentions(at.store, [mentionRecord('1'), mentionRecord('2', { account: accountRecord('b') })]);
      await importRows(at.store, rename('BNPB'));
      expect(await members()).toEqual(['1']);
      await importRows(at.store, rename('somebody'));
      expect(await members()).toEqual([]);
    });

    test('counts, filters and timelines of an issue follow a stream that changes', async () => {
      await watch('banjir');
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir' })]);
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir', stream: 'NEWS' })]);
      expect(await at.store.mentions.count({ issueId: 'i', streams: ['NEWS'] })).toBe(1);
      expect(await at.store.mentions.count({ issueId: 'i', streams: ['SOCIAL'] })).toBe(0);
    });

    test('readers see the old ones until a change of the query is whole', async () => {
      await importMentions(at.store, FAMILY);
      await watch('banjir');
      const reader = await at.opened.again();
      const seen: Promise<string[]>[] = [];
      await at.store.issues.changeQuery('i', 'kopi', () => seen.push(members(reader)));
      expect(seen.length).toBeGreaterThan(0);
      expect(await Promise.all(seen)).toEqual(seen.map(() => expect.any(Array)));
      expect(await members(reader)).toEqual(['other']);
    });

    test('are the same however the data comes in', async () => {
      const tree = fc.array(
        fc.record({ parent: fc.option(fc.nat(14), { nil: null }), matches: fc.boolean(), reposts: fc.boolean() }),
        { minLength: 1, maxLength: 15 },
      );
      let run = 0;
      await watch('banjir');
      await fc.assert(
        fc.asyncProperty(tree, fc.nat(1000), fc.integer({ min: 1, max: 6 }), async (nodes, seed, batchSize) => {
          run += 1;
          const prefix = `${run}-`;
          const records = nodes.map(({ parent, matches, reposts }, n) => {
            const isRoot = parent === null || parent >= n;
            return mentionRecord(`${prefix}${n}`, {
              kind: isRoot ? 'ORIGINAL' : reposts ? 'REPOST' : 'REPLY',
              parentNativeId: isRoot ? null : `${prefix}${parent}`,
              text: matches ? 'banjir' : 'kopi',
            });
          });
          const inside = new Set<string>();
          for (const { nativeId, parentNativeId, text } of records)
            if (text === 'banjir' || inside.has(parentNativeId!)) inside.add(nativeId);
          const order = records.map((_, n) => (n * 7 + seed) % 1009);
          await importMentions(
            at.store,
            records.toSorted((a, b) => order[records.indexOf(a)]! - order[records.indexOf(b)]!),
            batchSize,
          );
          const expected = [...inside].sort();
          expect((await members()).filter((id) => id.startsWith(prefix))).toEqual(expected);
          await at.store.issues.changeQuery('i', 'kopi');
          await at.store.issues.changeQuery('i', 'banjir');
          expect((await members()).filter((id) => id.startsWith(prefix))).toEqual(expected);
        }),
        { numRuns: 15 },
      );
    });
  });
}
