import { readExport } from '../../../test/builders/office-exports/read-export.js';
import {
  X_OPERATIONS_DAMAGED,
  X_OPERATIONS_EXPORT,
  X_OPERATIONS_SCORED,
} from '../../../test/builders/office-exports/x-operations.js';

test('a release of X becomes mentions', async () => {
  const { mentions, bad, notes } = await readExport('x-operations', X_OPERATIONS_EXPORT);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: '1',
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: { platform: 'x', nativeId: 'Zm/hash+1=', followers: 31, createdAt: Date.UTC(2015, 3, 5) },
    publishedAt: Date.UTC(2019, 2, 1, 8, 15),
    parentNativeId: null,
    text: 'Air naik, "awas"',
    urls: ['https://kabar.example/a', 'https://kabar.example/b'],
    hashtags: ['banjir', 'kota'],
    mediaHashes: [],
    regionCode: null,
    language: 'in',
  });
  expect(mentions.slice(1).map(({ kind, parentNativeId }) => [kind, parentNativeId])).toEqual([
    ['REPOST', '1'],
    ['QUOTE', '1'],
    ['REPLY', '1'],
  ]);
  expect(mentions[3]!.account).toMatchObject({ nativeId: '77', handle: 'akun_besar', displayName: 'Akun Besar' });
  expect([...notes.assumedZones]).toEqual(['UTC']);
});

test('a bot score that somebody added is dropped, and named', async () => {
  const { rows, notes } = await readExport('x-operations', X_OPERATIONS_SCORED);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('9371');
  expect([...notes.droppedFields]).toEqual(['bot_score']);
});

test('damage costs its own row', async () => {
  const { mentions, bad } = await readExport('x-operations', X_OPERATIONS_DAMAGED);
  expect(bad.map(([line, field]) => [line, field])).toEqual([
    [2, 'tweetid'],
    [3, 'tweet_time'],
    [4, 'follower_count'],
    [5, 'urls'],
  ]);
  expect(mentions.map(({ nativeId, parentNativeId }) => [nativeId, parentNativeId])).toEqual([
    ['2', null],
    ['4', '1'],
  ]);
});
