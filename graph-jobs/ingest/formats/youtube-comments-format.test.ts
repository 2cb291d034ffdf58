import { readExport } from '../../../test/builders/office-exports/read-export.js';
import {
  YOUTUBE_DAMAGED,
  YOUTUBE_PAGE,
  YOUTUBE_THREADS,
} from '../../../test/builders/office-exports/youtube-comments.js';

test.each([
  ['a page', YOUTUBE_PAGE],
  ['threads by lines', YOUTUBE_THREADS],
])('%s becomes replies to the video and to each other', async (_, content) => {
  const { mentions, bad } = await readExport('youtube-comments', content);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: 'c1',
    kind: 'REPLY',
    stream: 'SOCIAL',
    account: { platform: 'youtube', nativeId: 'UCsatu', handle: 'warga_satu', displayName: '@warga_satu' },
    publishedAt: Date.UTC(2026, 2, 1, 8),
    parentNativeId: 'vid-1',
    text: 'Air naik\ndi pasar #Banjir',
    urls: [],
    hashtags: ['banjir'],
    mediaHashes: [],
    regionCode: null,
    language: null,
  });
  expect(mentions[1]).toMatchObject({
    nativeId: 'c1.r1',
    parentNativeId: 'c1',
    text: 'benar <3',
    account: { displayName: 'Warga Dua' },
  });
  expect(mentions[1]!.account.handle).toBeUndefined();
  expect(mentions[2]).toMatchObject({ nativeId: 'c2', parentNativeId: 'vid-1' });
});

test('damage costs its own comment', async () => {
  const { mentions, bad } = await readExport('youtube-comments', YOUTUBE_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [1, 'items.0.snippet.topLevelComment.snippet.publishedAt'],
    [1, 'items.1.snippet.topLevelComment.snippet'],
    [1, 'items.2.id'],
    [1, 'items.3.snippet.topLevelComment.snippet.authorChannelId'],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['c1.r1', 'c2']);
});
