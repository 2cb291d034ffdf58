import { CROWDTANGLE_DAMAGED, CROWDTANGLE_EXPORT } from '../../../test/builders/office-exports/crowdtangle.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

test('an archive of CrowdTangle becomes mentions, by the zone behind its times', async () => {
  const { mentions, bad } = await readExport('crowdtangle', CROWDTANGLE_EXPORT);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: 'https://www.facebook.com/100000000000001/posts/200',
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: {
      platform: 'facebook',
      nativeId: '100000000000001',
      handle: 'wartafiktif',
      displayName: 'Warta Kota Fiktif',
      followers: 12345,
      createdAt: Date.UTC(2014, 4, 6, 7, 8, 9),
    },
    publishedAt: Date.UTC(2021, 2, 1, 1),
    parentNativeId: null,
    text: 'Air naik #Banjir',
    urls: ['https://kabar.example/a'],
    hashtags: ['banjir'],
    mediaHashes: [],
    regionCode: null,
    language: null,
  });
  expect(mentions[1]).toMatchObject({ publishedAt: Date.UTC(2021, 2, 1, 13), text: 'Foto', urls: [] });
});

test('damage costs its own row', async () => {
  const { mentions, bad } = await readExport('crowdtangle', CROWDTANGLE_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [2, 'Followers at Posting'],
    [3, 'Post Created'],
    [4, 'Facebook Id'],
    [5, 'Final Link, Link'],
  ]);
  expect(mentions).toHaveLength(1);
});
