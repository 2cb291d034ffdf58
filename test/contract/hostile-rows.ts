import type { MentionRecord } from '#domain/ingest-record.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../builders/records.js';
import { freshStore, type OpenStore } from './suite.js';

export function hostileRowsContract(open: OpenStore): void {
  describe('hostile rows', () => {
    const at = freshStore(open);
    const one = async (id: string) => (await at.store.mentions.get([id]))[0]!;

    test.each<[string, Partial<MentionRecord>, string]>([
      ['an empty id', { nativeId: '' }, 'nativeId'],
      ['a null character in an id', { nativeId: 'a\0b' }, 'nativeId'],
      ['half a character in an id', { nativeId: 'a\ud83d' }, 'nativeId'],
      ['a null character in the text', { text: 'a\0b' }, 'text'],
      ['a null character in a link', { urls: ['a\0b'] }, 'urls'],
      ['a time that is no number', { publishedAt: Number.NaN }, 'publishedAt'],
      ['an empty account', { account: accountRecord('') }, 'account.nativeId'],
      ['an id longer than an index holds', { nativeId: 'x'.repeat(513) }, 'nativeId'],
      ['a long id of a parent', { parentNativeId: 'x'.repeat(513) }, 'parentNativeId'],
      ['a long id of an account', { account: accountRecord('x'.repeat(513)) }, 'account.nativeId'],
      ['a long handle', { account: accountRecord('a', { handle: 'x'.repeat(513) }) }, 'account.handle'],
      ['a platform that holds the separator', { account: { platform: 'x:y', nativeId: 'a' } }, 'platform'],
    ])('refuses %s', async (_name, change, field) => {
      const outcome = await importMentions(at.store, [mentionRecord('1', change), mentionRecord('2')]);
      expect(outcome).toMatchObject({ added: 1, rejected: [{ line: 1, field }] });
    });

    test('keeps hostile strings identical', async () => {
      const words = `'"; DROP TABLE mention; -- \\ %_ \u202e\ufeff ${'🌊'.repeat(3)} \u0001\n\t`;
      const hostile = [
        words,
        '9007199254740993',
        '9007199254740992',
        "' OR 1=1",
        'é',
        'e\u0301',
        '日本',
        '[1,"2"]',
        'a:b',
      ];
      await importMentions(
        at.store,
        hostile.map((nativeId) => mentionRecord(nativeId, { text: `${nativeId} text`, hashtags: [nativeId] })),
      );
      const found = await at.store.mentions.get(hostile.map((id) => `x:${id}`));
      expect(found.map((mention) => mention?.nativeId)).toEqual(hostile);
      expect(found.map((mention) => mention?.text)).toEqual(hostile.map((id) => `${id} text`));
      expect(found.map((mention) => mention?.hashtags)).toEqual(hostile.map((id) => [id]));
    });

    test('keeps what reads like a query, and runs none of it', async () => {
      const queries = [
        "'}) DETACH DELETE n //",
        '"}) MATCH (n) DETACH DELETE n RETURN count(n) AS c //',
        '$ids',
        '`; DROP INDEX mention_by_time; `',
        '\\u0027}) DETACH DELETE n //',
        '#{1 + 1} {{x}}',
        '*:* OR words:[* TO *]',
      ];
      await importMentions(at.store, [mentionRecord('kept')]);
      const records = queries.map((query, n) =>
        mentionRecord(query, {
          minute: n,
          text: `${query} banjir`,
          urls: [query, `${query}${'x'.repeat(20_000)}`],
          hashtags: [query],
          mediaHashes: [query],
          regionCode: query.slice(0, 5),
          language: query,
          account: accountRecord(query, { handle: query, displayName: query, newsOutlet: true, agencyId: query }),
        }),
      );
      expect(await importMentions(at.store, records)).toMatchObject({ added: queries.length, rejected: [] });
      expect(await at.store.mentions.count({})).toBe(queries.length + 1);
      const found = await at.store.mentions.get(queries.map((query) => `x:${query}`));
      for (const [n, { account, parentNativeId: _parent, ...same }] of records.entries()) {
        expect(found[n]).toMatchObject(same);
        const [stored] = await at.store.accounts.get([found[n]!.accountId]);
        expect(stored).toMatchObject(account);
      }
      expect(await importMentions(at.store, records)).toMatchObject({ unchanged: queries.length, accountsUpdated: 0 });
      expect(await one('x:kept')).not.toBeNull();
      expect(await at.store.mentions.count({ text: 'banjir' })).toBe(queries.length);
    });

    test('keeps a long text, and mends half characters in texts', async () => {
      const long = 'banjir rob '.repeat(100_000);
      const records = [mentionRecord('1', { text: long }), mentionRecord('2', { text: 'cut \ud83d' })];
      await importMentions(at.store, records);
      expect((await one('x:1')).text).toBe(long);
      expect((await one('x:2')).text).toBe('cut \uFFFD');
      expect(await importMentions(at.store, records)).toMatchObject({ updated: 0, unchanged: 2 });
    });
  });
}
