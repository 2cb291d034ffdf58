import { readExport } from '../../../test/builders/office-exports/read-export.js';
import {
  TALKWALKER_ANSWER,
  TALKWALKER_DAMAGED,
  TALKWALKER_LINES,
  TALKWALKER_TABLE,
} from '../../../test/builders/office-exports/talkwalker.js';

const FIRST = {
  nativeId: '9000000000000000001',
  kind: 'ORIGINAL',
  stream: 'SOCIAL',
  account: { platform: 'x', nativeId: '501', handle: 'warga_satu', displayName: 'Warga Satu', followers: 12 },
  publishedAt: Date.UTC(2026, 2, 1, 8),
  parentNativeId: null,
  text: 'Air naik #Banjir',
  urls: ['https://kabar.example/a'],
  hashtags: ['banjir'],
  mediaHashes: [],
  regionCode: null,
  language: 'id',
};

test.each([
  ['the answer of the API', TALKWALKER_ANSWER, 'result_content.data.0.data'],
  ['documents by lines', TALKWALKER_LINES, undefined],
])('%s becomes mentions', async (_, content, place) => {
  const { rows, mentions, bad } = await readExport('talkwalker', content);
  expect(bad).toEqual([]);
  expect(rows[0]).toMatchObject({ line: 1, ...(place === undefined ? {} : { place }) });
  expect(mentions[0]).toEqual(FIRST);
  expect(mentions[1]).toMatchObject({ kind: 'REPOST', parentNativeId: FIRST.nativeId, account: { nativeId: '502' } });
  expect(mentions[2]).toMatchObject({
    nativeId: 'https://kabar.example/banjir',
    kind: 'ORIGINAL',
    stream: 'NEWS',
    account: { platform: 'web', nativeId: 'kabar.example', displayName: 'Kabar Fiktif', newsOutlet: true },
    text: 'Banjir meluas\nAir mencapai pasar.',
  });
});

test('the table gives the same', async () => {
  const { mentions, bad } = await readExport('talkwalker', TALKWALKER_TABLE);
  expect(bad).toEqual([]);
  expect(mentions).toEqual([FIRST]);
});

test.each([
  ['answer', TALKWALKER_ANSWER],
  ['table', TALKWALKER_TABLE],
])('gender and birth date of the %s are dropped, and named', async (_, content) => {
  const { rows, notes } = await readExport('talkwalker', content);
  expect(JSON.stringify(rows)).not.toMatch(/FEMALE|1990/);
  expect([...notes.droppedFields]).toEqual(['extra_author_attributes.gender', 'extra_author_attributes.birthdate']);
});

test('damage costs its own document', async () => {
  const { mentions, bad } = await readExport('talkwalker', TALKWALKER_DAMAGED);
  expect(bad).toEqual([
    [1, 'published', expect.stringContaining('is no date')],
    [2, 'url', 'is no http address'],
    [3, '(row)', expect.stringContaining('is not JSON')],
    [4, 'url', expect.stringContaining('no document')],
    [5, 'account.id', 'is empty'],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['https://kabar.example/banjir']);
});
