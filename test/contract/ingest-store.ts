import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { IngestRow, MentionRecord } from '#domain/ingest-record.js';
import { importMentions, importRows, importSource } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, mentionRows, NEW_YEAR, NO_CHECKPOINT } from '../builders/records.js';
import { freshStore, type OpenStore } from './suite.js';

const EVERYTHING = { first: 500, after: null };

export function ingestContract(open: OpenStore): void {
  describe('ingest', () => {
    const at = freshStore(open);
    const one = async (id: string) => (await at.store.mentions.get([id]))[0]!;

    test('keeps a mention as it came', async () => {
      const record = mentionRecord('1', {
        text: 'Banjir di Jakarta',
        urls: ['https://a.id/1', 'https://a.id/2'],
        hashtags: ['banjir'],
        mediaHashes: ['ff00'],
        regionCode: '31.71',
        language: 'id',
        stream: 'NEWS',
        account: accountRecord('a', { handle: 'Ana', followers: 7, createdAt: 5, newsOutlet: true, layer: 'L1' }),
      });
      expect(await importMentions(at.store, [record])).toMatchObject({ added: 1, accountsAdded: 1, rejected: [] });
      const { account: _account, parentNativeId: _parent, ...same } = record;
      const mention = await one('x:1');
      expect(mention).toEqual({ ...same, id: 'x:1', platform: 'x', parentId: null, accountId: mention.accountId });
      const [account] = await at.store.accounts.get([mention.accountId]);
      const nothing = { displayName: null, agencyId: null };
      expect(account).toEqual({ ...record.account, id: mention.accountId, ...nothing });
    });

    test('a second import of the same rows changes nothing and refuses the same rows', async () => {
      const follower = (nativeId: string, followers: number, minute: number) =>
        mentionRecord(nativeId, { minute, account: accountRecord('a', { followers }) });
      const records = [
        follower('1', 10, 3),
        follower('2', 20, 1),
        mentionRecord('1', { minute: 9 }),
        mentionRecord('3', { kind: 'REPLY', parentNativeId: '4', account: accountRecord('b', { handle: 'b' }) }),
        mentionRecord('4', { kind: 'REPLY', parentNativeId: '3' }),
        follower('5', 30, 2),
      ];
      const first = await importMentions(at.store, records, 2);
      expect(first).toMatchObject({ added: 4, updated: 0, unchanged: 0 });
      expect(first.rejected.map(({ line, field }) => [line, field])).toEqual([
        [3, 'nativeId'],
        [5, 'parentNativeId'],
      ]);
      const [stored] = await at.store.mentions.get(['x:1']);
      const second = await importMentions(at.store, records, 3);
      expect(second).toMatchObject({ added: 0, updated: 0, unchanged: 4, accountsAdded: 0, accountsUpdated: 0 });
      expect(second.rejected).toEqual(first.rejected);
      const [account] = await at.store.accounts.get([stored!.accountId]);
      expect(account!.followers).toBe(10);
    });

    test('names the row that brought a mention first', async () => {
      const { rejected } = await importMentions(at.store, [mentionRecord('1'), mentionRecord('2'), mentionRecord('1')]);
      expect(rejected).toEqual([{ line: 3, field: 'nativeId', reason: expect.stringMatching(/line 1\b/) }]);
    });

    test('parents may come later, in another import, or never', async () => {
      const reply = mentionRecord('2', { kind: 'REPLY', parentNativeId: '1' });
      await importMentions(at.store, [reply, mentionRecord('4', { kind: 'REPOST', parentNativeId: '3' })]);
      expect((await one('x:2')).parentId).toBe('x:1');
      expect(await at.store.mentions.get(['x:1', 'x:3'])).toEqual([null, null]);
      expect(await at.store.mentions.count({})).toBe(2);
      expect(await importMentions(at.store, [mentionRecord('1')])).toMatchObject({ added: 1 });
      expect((await one('x:1')).kind).toBe('ORIGINAL');
      const { items } = await at.store.mentions.page({}, 'OLDEST', EVERYTHING);
      expect(items.map(({ node }) => node.id).sort()).toEqual(['x:1', 'x:2', 'x:4']);
    });

    test('refuses a mention that is its own parent, and circles however they come', async () => {
      const reply = (nativeId: string, parentNativeId: string) =>
        mentionRecord(nativeId, { kind: 'REPLY', parentNativeId });
      const outcome = await importMentions(at.store, [
        reply('0', '0'),
        reply('1', '2'),
        reply('2', '3'),
        reply('3', '1'),
      ]);
      expect(outcome.rejected.map(({ line, field }) => [line, field])).toEqual([
        [1, 'parentNativeId'],
        [4, 'parentNativeId'],
      ]);
      expect(outcome.added).toBe(2);
      const later = await importMentions(at.store, [mentionRecord('3')]);
      expect(later).toMatchObject({ added: 1, rejected: [] });
    });

    test.each<[string, Partial<MentionRecord>]>([
      ['account.nativeId', { account: accountRecord('somebody else') }],
      ['publishedAt', { publishedAt: NEW_YEAR + 1 }],
      ['kind', { kind: 'QUOTE' }],
      ['parentNativeId', { parentNativeId: 'other' }],
    ])('refuses a row that contradicts the stored %s, and keeps the first', async (field, change) => {
      const record = mentionRecord('1', { kind: 'REPLY', parentNativeId: 'p', text: 'first' });
      await importMentions(at.store, [record]);
      const before = await one('x:1');
      const outcome = await importMentions(at.store, [{ ...record, text: 'second', ...change }]);
      expect(outcome).toMatchObject({ added: 0, updated: 0, accountsAdded: 0, rejected: [{ line: 1, field }] });
      expect(await one('x:1')).toEqual(before);
    });

    test('takes what a later row tells besides, and keeps what it leaves out', async () => {
      await importMentions(at.store, [mentionRecord('1', { text: 'old words', hashtags: ['a'], regionCode: '31' })]);
      const outcome = await importMentions(at.store, [
        mentionRecord('1', { text: 'new words', urls: ['https://b.id'], parentNativeId: 'p' }),
      ]);
      expect(outcome).toMatchObject({ added: 0, updated: 1, unchanged: 0 });
      expect(await one('x:1')).toMatchObject({
        text: 'new words',
        hashtags: ['a'],
        urls: ['https://b.id'],
        regionCode: '31',
        parentId: 'x:p',
      });
      expect(await at.store.mentions.count({ text: 'old' })).toBe(0);
      expect(await at.store.mentions.count({ text: 'new' })).toBe(1);
    });

    test('context rows are no duplicates and never overwrite', async () => {
      const context = (text: string, line: number): IngestRow => ({
        line,
        included: true,
        record: { type: 'mention', mention: mentionRecord('1', { text, urls: [] }) },
      });
      const own = (text: string, line: number) => mentionRows([mentionRecord('1', { text })], line)[0]!;
      const rows = [context('short', 1), own('the whole text', 2), context('short again', 3), own('twice', 4)];
      const first = await importRows(at.store, rows, 1);
      expect(first).toMatchObject({ added: 1, updated: 1, unchanged: 1, rejected: [{ line: 4, field: 'nativeId' }] });
      expect((await one('x:1')).text).toBe('the whole text');
      const second = await importRows(at.store, rows, 4);
      expect(second).toMatchObject({ added: 0, updated: 0, unchanged: 3, rejected: first.rejected });
    });

    test('accounts: what is not said stays; newer tells more than older', async () => {
      const tell = (nativeId: string, minute: number, more: object) =>
        mentionRecord(nativeId, { minute, account: accountRecord('a', more) });
      await importMentions(at.store, [tell('1', 5, { handle: 'ana', followers: 50 })]);
      const { accountId } = await one('x:1');
      expect(await importMentions(at.store, [tell('2', 6, { followers: 60 })])).toMatchObject({ accountsUpdated: 1 });
      expect(await importMentions(at.store, [tell('3', 2, { followers: 20, displayName: 'Ana' })])).toMatchObject({
        accountsUpdated: 1,
      });
      expect((await at.store.accounts.get([accountId]))[0]).toMatchObject({
        handle: 'ana',
        followers: 60,
        displayName: 'Ana',
      });
    });

    test('accounts: a mention dated in the future does not have the last word', async () => {
      const tell = (nativeId: string, publishedAt: number, followers: number) =>
        mentionRecord(nativeId, { publishedAt, account: accountRecord('a', { followers }) });
      await importMentions(at.store, [tell('1', Date.UTC(9000, 0, 1), 1)]);
      const account = accountRecord('a', { followers: 2 });
      await importRows(at.store, [{ line: 1, record: { type: 'account', account } }]);
      const { accountId } = await one('x:1');
      expect((await at.store.accounts.get([accountId]))[0]!.followers).toBe(2);
    });

    test('account rows stand alone', async () => {
      const account = accountRecord('z', { handle: 'Zed', newsOutlet: true });
      const rows: IngestRow[] = [{ line: 1, record: { type: 'account', account } }];
      expect(await importRows(at.store, rows)).toMatchObject({ added: 0, accountsAdded: 1, accountsUpdated: 0 });
      expect(await importRows(at.store, rows)).toMatchObject({ accountsAdded: 0, accountsUpdated: 0 });
      const { items } = await at.store.accounts.page({ handle: 'zed' }, EVERYTHING);
      expect(items.map(({ node }) => node.nativeId)).toEqual(['z']);
    });

    test('the checkpoint is written with its batch, and nothing of a batch whose checkpoint fails', async () => {
      const { id } = await at.store.ingest.begin(importSource('f'));
      const checkpoint = { rows: 2, rejected: 1, rejectsBytes: 77 };
      const rows = mentionRows([mentionRecord('1'), mentionRecord('1')]);
      await at.store.ingest.write(id, rows, (outcome) => {
        expect(outcome.rejected).toHaveLength(1);
        return checkpoint;
      });
      const failing = at.store.ingest.write(
        id,
        mentionRows([mentionRecord('9', { account: accountRecord('n') })]),
        () => {
          throw new Error('disk full');
        },
      );
      await expect(failing).rejects.toThrow('disk full');
      expect(await at.store.mentions.count({})).toBe(1);
      const counts = { added: 1, updated: 0, unchanged: 0, accountsAdded: 1, accountsUpdated: 0 };
      expect(await at.store.ingest.unfinished('f')).toEqual({
        id,
        source: importSource('f'),
        checkpoint,
        counts,
        finishedAt: null,
      });
      const finished = await at.store.ingest.finish(id);
      expect(finished.finishedAt).not.toBeNull();
      expect(await at.store.ingest.unfinished('f')).toBeNull();
    });

    test('a batch handed over while the one before is written comes behind it, and fails with it', async () => {
      const { id } = await at.store.ingest.begin(importSource('f'));
      const asked: number[] = [];
      const handOver = (line: number, ids: string[], before?: Promise<unknown>) => {
        const rows = mentionRows(
          ids.map((nativeId) => mentionRecord(nativeId, { account: accountRecord('a') })),
          line,
        );
        const checkpoint = () => {
          if (line === 5) throw new Error('disk full');
          asked.push(line);
          return { rows: line, rejected: 0, rejectsBytes: 0 };
        };
        const written = at.store.ingest.write(id, rows, checkpoint, before);
        written.catch(() => undefined);
        return written;
      };
      const first = handOver(1, ['1']);
      const second = handOver(2, ['1', '2'], first);
      const third = handOver(4, ['2'], second);
      const failing = handOver(5, ['5'], third);
      const behind = handOver(6, ['6'], failing);
      expect(await second).toMatchObject({ added: 1, rejected: [{ line: 2, field: 'nativeId' }] });
      expect(await third).toMatchObject({ added: 0, rejected: [{ line: 4, field: 'nativeId' }] });
      await expect(failing).rejects.toThrow('disk full');
      await expect(behind).rejects.toThrow('disk full');
      expect(asked).toEqual([1, 2, 4]);
      expect((await at.store.ingest.unfinished('f'))!.checkpoint.rows).toBe(4);
      expect(await handOver(7, ['5'])).toMatchObject({ added: 1, accountsAdded: 0 });
      expect(await at.store.mentions.count({})).toBe(3);
    });

    test('a file read from its start again gives up the import that was left', async () => {
      const left = await at.store.ingest.begin(importSource('f'));
      await at.store.ingest.write(left.id, mentionRows([mentionRecord('1')]), () => NO_CHECKPOINT);
      const next = await at.store.ingest.begin(importSource('f'));
      expect((await at.store.ingest.unfinished('f'))!.id).toBe(next.id);
      const outcome = await at.store.ingest.write(next.id, mentionRows([mentionRecord('1')]), () => NO_CHECKPOINT);
      expect(outcome).toMatchObject({ unchanged: 1, rejected: [] });
      await at.store.ingest.finish(next.id);
      expect(await at.store.ingest.unfinished('f')).toBeNull();
    });

    test.each([
      ['begins it anew', () => at.store.ingest.begin(importSource('f')).then(({ id }) => id)],
      ['takes it over', () => at.store.ingest.unfinished('f').then((open) => open!.id)],
    ])('who is at a file while another process %s hears of it before its checkpoint', async (_, another) => {
      const slow = await at.opened.again();
      const { id } = await slow.ingest.begin(importSource('f'));
      const checkpoint = { rows: 1, rejected: 0, rejectsBytes: 0 };
      await slow.ingest.write(id, mentionRows([mentionRecord('1')]), () => checkpoint);
      const taken = await at.store.ingest.resume(await another());
      expect(taken.checkpoint.rows).toBe(taken.id === id ? 1 : 0);
      const asked = jest.fn(() => checkpoint);
      const refusal = { code: 'IMPORT_IN_PROGRESS', at: 'f' };
      await expect(slow.ingest.write(id, mentionRows([mentionRecord('2')]), asked)).rejects.toMatchObject(refusal);
      await expect(slow.ingest.finish(id)).rejects.toMatchObject(refusal);
      expect(asked).not.toHaveBeenCalled();
      await at.store.ingest.write(taken.id, mentionRows([mentionRecord('2')]), () => checkpoint);
      expect((await at.store.ingest.finish(taken.id)).finishedAt).not.toBeNull();
      expect(await at.store.mentions.count({})).toBe(2);
    });

    test('rows and batches in any order end in the same mentions', async () => {
      let run = 0;
      const parents = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(parents, fc.integer({ min: 1, max: 5 }), async (of, size) => {
          run += 1;
          const name = (n: number) => `${run}-${n}`;
          // A parent has a smaller number: a tree, told from its leaves.
          const records = of
            .map((parent, n) =>
              mentionRecord(name(n), {
                kind: 'REPLY',
                parentNativeId: parent === null || parent >= n ? null : name(parent),
              }),
            )
            .reverse();
          expect((await importMentions(at.store, records, size)).rejected).toEqual([]);
          const stored = await at.store.mentions.get(records.map(({ nativeId }) => `x:${nativeId}`));
          expect(stored.map((mention) => mention!.parentId)).toEqual(
            records.map(({ parentNativeId }) => parentNativeId && `x:${parentNativeId}`),
          );
        }),
        { numRuns: 20 },
      );
    });
  });
}
