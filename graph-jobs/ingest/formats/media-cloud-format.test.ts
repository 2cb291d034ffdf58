import { MEDIA_CLOUD_DAMAGED, MEDIA_CLOUD_EXPORT } from '../../../test/builders/office-exports/media-cloud.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

test('a list of stories becomes news without text', async () => {
  const { mentions, bad, notes } = await readExport('media-cloud', MEDIA_CLOUD_EXPORT);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: 'https://kabar.example/banjir',
    kind: 'ORIGINAL',
    stream: 'NEWS',
    account: {
      platform: 'web',
      nativeId: 'kabar.example',
      handle: 'kabar.example',
      displayName: 'Kabar Fiktif',
      newsOutlet: true,
    },
    publishedAt: Date.UTC(2026, 2, 1),
    parentNativeId: null,
    text: 'Banjir meluas, warga mengungsi',
    urls: [],
    hashtags: [],
    mediaHashes: [],
    regionCode: null,
    language: 'id',
  });
  expect(mentions[1]).toMatchObject({ account: { nativeId: 'suara.example' }, language: 'en' });
  expect([...notes.assumedZones]).toEqual(['UTC']);
});

test('damage costs its own row', async () => {
  const { mentions, bad } = await readExport('media-cloud', MEDIA_CLOUD_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [2, 'publish_date'],
    [3, 'url'],
    [4, 'media_url, media_name'],
    [5, 'publish_date'],
  ]);
  expect(mentions).toHaveLength(1);
});
