import { JETSTREAM_DAMAGED, JETSTREAM_EVENTS } from '../../../test/builders/office-exports/jetstream.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';

const at = (rkey: string) => `at://did:plc:wargasatu/app.bsky.feed.post/${rkey}`;

test('events become mentions, handles and deletions; others are counted', async () => {
  const { rows, mentions, bad, notes } = await readExport('jetstream', JETSTREAM_EVENTS);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: at('p1'),
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: { platform: 'bluesky', nativeId: 'did:plc:wargasatu' },
    publishedAt: Date.UTC(2026, 2, 1, 7, 59, 58),
    parentNativeId: null,
    text: 'Air naik',
    urls: ['https://kabar.example/a', 'https://kabar.example/b'],
    hashtags: ['banjir', 'kota'],
    mediaHashes: [],
    regionCode: null,
    language: 'id',
  });
  expect(mentions.slice(1).map(({ kind, parentNativeId }) => [kind, parentNativeId])).toEqual([
    ['REPLY', at('p1')],
    ['QUOTE', at('p1')],
    ['REPOST', at('p1')],
  ]);
  // Its app says an hour later than the relay had it.
  expect(mentions[3]!.publishedAt).toBe(Date.UTC(2026, 2, 1, 8, 0, 1, 500));
  expect(rows.slice(4).map(({ record }) => record)).toEqual([
    { type: 'account', account: { platform: 'bluesky', nativeId: 'did:plc:wargasatu', handle: 'warga.example' } },
    { type: 'deletion', deletion: { platform: 'bluesky', nativeId: at('p2') } },
  ]);
  expect([...notes.passedOver]).toEqual([
    ['app.bsky.feed.like', 1],
    ['accounts deleted upstream', 1],
  ]);
});

test('what was deleted upstream says nothing any more in the store', async () => {
  const { rows } = await readExport('jetstream', JETSTREAM_EVENTS);
  await withTemporaryStore(async (store) => {
    const { id } = await store.ingest.begin({ path: '/x', bytes: 1, headHash: 'h', format: 'jetstream' });
    const outcome = await store.ingest.write(id, rows, () => ({ rows: rows.length, rejected: 0, rejectsBytes: 0 }));
    expect(outcome.rejected).toEqual([]);
    const [kept, gone] = await store.mentions.get([`bluesky:${at('p1')}`, `bluesky:${at('p2')}`]);
    expect(kept).toMatchObject({ text: 'Air naik' });
    expect(gone).toMatchObject({ text: '', kind: 'REPLY', parentId: `bluesky:${at('p1')}` });
  });
});

test('damage costs its own event', async () => {
  const { mentions, bad } = await readExport('jetstream', JETSTREAM_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [1, 'did'],
    [2, 'text'],
    [3, 'time_us'],
    [4, '(row)'],
    [5, 'commit.rkey'],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual([at('p2')]);
});
