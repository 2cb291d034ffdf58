import {
  MELTWATER_DAMAGED,
  MELTWATER_EARLIER,
  MELTWATER_EXPORT,
} from '../../../test/builders/office-exports/meltwater.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

test('a Meltwater export in the columns of 2024 becomes mentions', async () => {
  const { rows, mentions, bad, notes } = await readExport('meltwater', MELTWATER_EXPORT);
  expect(bad).toEqual([]);
  expect(rows.map(({ line }) => line)).toEqual([3, 4, 5]);
  expect(mentions).toEqual([
    {
      nativeId: '9000000000000000001',
      kind: 'ORIGINAL',
      stream: 'SOCIAL',
      account: { platform: 'x', nativeId: '@warga_satu', handle: 'Warga_Satu', displayName: 'Warga Satu' },
      publishedAt: Date.UTC(2026, 2, 1, 8),
      parentNativeId: null,
      text: 'Air naik #Banjir',
      urls: ['https://kabar.example/a', 'https://kabar.example/b'],
      hashtags: ['banjir', 'kota'],
      mediaHashes: [],
      regionCode: null,
      language: 'id',
    },
    expect.objectContaining({
      nativeId: 'abc2',
      kind: 'REPLY',
      account: expect.objectContaining({ platform: 'facebook', nativeId: '@kelurahan fiktif' }),
    }),
    expect.objectContaining({
      nativeId: 'abc3',
      stream: 'NEWS',
      text: 'Banjir meluas\nAir mencapai pasar.',
      account: {
        platform: 'web',
        nativeId: 'kabar.example',
        handle: 'kabar.example',
        displayName: 'Kabar Fiktif',
        newsOutlet: true,
      },
    }),
  ]);
  expect([...notes.assumedZones]).toEqual(['Asia/Jakarta']);
});

test('the columns of earlier years are read too', async () => {
  const { mentions, bad } = await readExport('meltwater', MELTWATER_EARLIER, { zone: 'UTC' });
  expect(bad).toEqual([]);
  expect(mentions).toMatchObject([
    {
      nativeId: '8',
      kind: 'REPOST',
      parentNativeId: null,
      hashtags: ['banjir'],
      publishedAt: Date.UTC(2021, 2, 1, 15, 3),
    },
    { nativeId: 'https://kabar.example/2021', stream: 'NEWS', text: 'Banjir\nAir.', language: null },
  ]);
});

test('damage costs its own row', async () => {
  const { mentions, bad } = await readExport('meltwater', MELTWATER_DAMAGED);
  expect(bad).toEqual([
    [2, 'Date, Time', '"01-Mar-2026 sore" is no date of the form d-MMM-yyyy h:mma'],
    [3, '(row)', 'has 61 fields where the header has 46'],
    [4, 'Author Handle, Influencer, Source Name, Source', 'is empty'],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['abc3']);
});

test('half a character of UTF-16 rejects its line', async () => {
  const at = MELTWATER_EXPORT.indexOf(Buffer.from('Air naik', 'utf16le'));
  const broken = Buffer.from(MELTWATER_EXPORT);
  broken[at + 1] = 0xd8;
  const { bad, mentions } = await readExport('meltwater', broken);
  expect(bad).toEqual([[3, 'Hit Sentence', 'is not valid UTF-16']]);
  expect(mentions).toHaveLength(2);
});
