import {
  MASTODON_DAMAGED,
  MASTODON_SEARCH,
  MASTODON_TIMELINE,
} from '../../../test/builders/office-exports/mastodon.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

const FIRST = 'https://kota.example/users/warga/statuses/10';

test('statuses become mentions, and answers find what they answer, wherever it stands', async () => {
  const { rows, mentions, bad } = await readExport('mastodon', MASTODON_TIMELINE);
  expect(bad).toEqual([]);
  expect(mentions.map(({ kind, parentNativeId }) => [kind, parentNativeId])).toEqual([
    ['REPLY', FIRST],
    ['REPOST', FIRST],
    ['ORIGINAL', null],
    ['QUOTE', FIRST],
    ['REPLY', null],
  ]);
  expect(mentions[1]).toMatchObject({ text: '', hashtags: [], urls: [] });
  expect(mentions[2]).toEqual({
    nativeId: FIRST,
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: {
      platform: 'mastodon',
      nativeId: 'https://kota.example/users/warga',
      handle: 'warga@kota.example',
      displayName: 'WARGA',
      followers: 12,
      createdAt: Date.UTC(2022, 10, 5),
    },
    publishedAt: Date.UTC(2026, 2, 1, 8),
    parentNativeId: null,
    text: 'Air & lumpur naik\ndi #Banjir\nkabar',
    urls: ['https://kabar.example/a', 'https://kabar.example/b'],
    hashtags: ['banjir'],
    mediaHashes: [],
    regionCode: null,
    language: 'id',
  });
  // What an account says of itself as a bot is no score and no field.
  expect(JSON.stringify(rows)).not.toContain('"bot"');
  expect(rows.map(({ included = false }) => included)).toEqual([false, false, true, false, false]);
});

test('the answer to a search is read too', async () => {
  const { rows, bad } = await readExport('mastodon', MASTODON_SEARCH);
  expect(bad).toEqual([]);
  expect(rows.map(({ place }) => place)).toEqual([
    'statuses.0',
    'statuses.1',
    'statuses.1.reblog',
    'statuses.2',
    'statuses.3',
    'statuses.4',
  ]);
});

test('damage costs its own status', async () => {
  const { mentions, bad } = await readExport('mastodon', MASTODON_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [1, 'created_at'],
    [2, 'reblog.account'],
    [3, '(row)'],
    [4, 'account.acct'],
  ]);
  expect(mentions.map(({ kind }) => kind)).toEqual(['REPOST', 'ORIGINAL']);
});
