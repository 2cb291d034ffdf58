import type { IngestRow } from '#domain/ingest-record.js';
import { importMentions, importRows } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, mentionRows } from '../builders/records.js';
import { freshStore, type OpenStore } from './suite.js';

/** What a tool tells of a mention after it first told of it. */
export function toldAgainContract(open: OpenStore): void {
  describe('ingest of what is told again', () => {
    const at = freshStore(open);
    const one = async (id: string) => (await at.store.mentions.get([id]))[0]!;

    test('a row that the tool lists again adds what it knows, and is no fault', async () => {
      const again = (line: number, text: string, more: object = {}): IngestRow => ({
        line,
        repeatable: true,
        record: { type: 'mention', mention: mentionRecord('1', { text, ...more }) },
      });
      const rows = [again(1, 'halo'), again(2, 'halo'), again(3, 'halo', { hashtags: ['a'] })];
      expect(await importRows(at.store, rows, 2)).toMatchObject({ added: 1, updated: 1, unchanged: 1, rejected: [] });
      expect(await one('x:1')).toMatchObject({ text: 'halo', hashtags: ['a'] });
      const other = [again(1, 'halo'), again(2, 'halo', { account: accountRecord('another') })];
      expect((await importRows(at.store, other, 2)).rejected).toMatchObject([{ line: 2, field: 'account.nativeId' }]);
    });

    test('a mention that was deleted upstream says nothing any more and keeps its place', async () => {
      const gone = (nativeId: string, line: number): IngestRow => ({
        line,
        record: { type: 'deletion', deletion: { platform: 'x', nativeId } },
      });
      const said = {
        text: 'kata lama',
        urls: ['https://a.id'],
        hashtags: ['a'],
        mediaHashes: ['ff'],
        regionCode: '31',
      };
      await importMentions(at.store, [
        mentionRecord('1', said),
        mentionRecord('2', { ...said, kind: 'REPLY', parentNativeId: '1' }),
      ]);
      // The second is told of and deleted in one batch, the last was never told of.
      const fresh = mentionRows([mentionRecord('3', { ...said, kind: 'REPLY', parentNativeId: '2' })], 2)[0]!;
      const outcome = await importRows(at.store, [gone('2', 1), fresh, gone('3', 3), gone('9', 4)], 10);
      expect(outcome).toMatchObject({ added: 1, updated: 2, unchanged: 1, rejected: [] });
      const nothing = { text: '', urls: [], hashtags: [], mediaHashes: [], regionCode: null };
      expect(await one('x:2')).toMatchObject({ ...nothing, kind: 'REPLY', parentId: 'x:1' });
      expect(await one('x:3')).toMatchObject({ ...nothing, parentId: 'x:2' });
      expect(await one('x:1')).toMatchObject(said);
      expect(await at.store.mentions.count({ text: 'lama' })).toBe(1);
    });
  });
}
