import {
  BRANDWATCH_DAMAGED,
  BRANDWATCH_EARLIER,
  BRANDWATCH_EXPORT,
} from '../../../test/builders/office-exports/brandwatch.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

const FIRST = '9000000000000000001';

test('a Brandwatch export becomes mentions, its labels and personal columns left out', async () => {
  const { rows, mentions, bad, notes } = await readExport('brandwatch', BRANDWATCH_EXPORT);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: FIRST,
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: {
      platform: 'x',
      nativeId: '@warga_satu',
      handle: 'warga_satu',
      displayName: 'Warga Satu (@warga_satu)',
      followers: 1204,
    },
    publishedAt: Date.UTC(2026, 2, 1, 8),
    parentNativeId: null,
    text: 'Air naik, "jalan" ditutup #Banjir\nhati-hati',
    urls: ['https://kabar.example/a,b', 'https://kabar.example/c'],
    hashtags: ['banjir'],
    mediaHashes: [],
    regionCode: null,
    language: 'id',
  });
  expect(mentions.slice(1, 4).map(({ kind, parentNativeId }) => [kind, parentNativeId])).toEqual([
    ['REPOST', FIRST],
    ['REPLY', FIRST],
    ['QUOTE', FIRST],
  ]);
  expect(mentions[4]).toMatchObject({
    nativeId: 'https://kabar.example/banjir-meluas',
    stream: 'NEWS',
    account: { platform: 'web', nativeId: 'kabar.example', newsOutlet: true },
    text: 'Banjir meluas\nAir mencapai pasar.',
  });
  expect(mentions[5]).toEqual(mentions[0]);
  expect(rows.map(({ line, repeatable }) => [line, repeatable])).toEqual(
    [8, 10, 11, 12, 13, 14].map((line) => [line, true]),
  );
  expect(JSON.stringify(rows)).not.toContain('female');
  expect([...notes.droppedFields]).toEqual(['Gender']);
  expect([...notes.assumedZones]).toEqual(['UTC']);
});

test('the zone that the user names counts for its times', async () => {
  const { mentions, notes } = await readExport('brandwatch', BRANDWATCH_EXPORT, { zone: 'Asia/Jakarta' });
  expect(mentions[0]!.publishedAt).toBe(Date.UTC(2026, 2, 1, 1));
  expect([...notes.assumedZones]).toEqual(['Asia/Jakarta']);
});

test('headers of another year, and rows without Resource Id, are read', async () => {
  const { mentions, bad } = await readExport('brandwatch', BRANDWATCH_EARLIER);
  expect(bad).toEqual([]);
  expect(mentions).toMatchObject([
    { nativeId: '8', kind: 'REPOST', parentNativeId: '7', account: { followers: 5 } },
    { nativeId: 'https://forum.example/9', stream: 'SOCIAL', account: { platform: 'web', nativeId: '@pak rt' } },
  ]);
});

test('damage costs its own row', async () => {
  const { mentions, bad } = await readExport('brandwatch', BRANDWATCH_DAMAGED);
  expect(bad).toEqual([
    [8, 'Date', '"01/03/26" is no date of the form yyyy-MM-dd HH:mm:ss.S'],
    [9, 'Author', 'is empty'],
    [10, '(row)', 'has 3 fields where the header has 45'],
    [11, 'Resource Id, Url', expect.stringContaining('rounded by a spreadsheet')],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['9000000000000000004']);
});
