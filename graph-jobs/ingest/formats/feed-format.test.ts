import { ATOM_FEED, RSS_CUT, RSS_DAMAGED, RSS_FEED, XML_BOMB } from '../../../test/builders/office-exports/feed.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

const OUTLET = {
  platform: 'web',
  nativeId: 'kabar.example',
  handle: 'kabar.example',
  displayName: 'Kabar Fiktif',
  newsOutlet: true,
};

test('RSS becomes news of the site, or of the source that an item names', async () => {
  const { rows, mentions, bad } = await readExport('feed', RSS_FEED);
  expect(bad).toEqual([]);
  expect(mentions[0]).toEqual({
    nativeId: 'https://kabar.example/1',
    kind: 'ORIGINAL',
    stream: 'NEWS',
    account: OUTLET,
    publishedAt: Date.UTC(2026, 2, 1, 1, 1),
    parentNativeId: null,
    text: 'Banjir & lumpur 1\nAir naik.',
    urls: [],
    hashtags: [],
    mediaHashes: [],
    regionCode: null,
    language: 'id-id',
  });
  expect(mentions[1]!.account).toMatchObject({ nativeId: 'suara.example', displayName: 'Suara Fiktif' });
  expect(rows.map(({ line }) => line)).toEqual([8, 15]);
});

test('Atom becomes news too', async () => {
  const { mentions, bad } = await readExport('feed', ATOM_FEED);
  expect(bad).toEqual([]);
  expect(mentions).toMatchObject([
    {
      nativeId: 'https://kabar.example/1',
      account: OUTLET,
      publishedAt: Date.UTC(2026, 2, 1, 1),
      text: 'Banjir & lumpur\nAir naik.',
      language: 'id',
    },
  ]);
});

test('damage costs its own entry', async () => {
  const { mentions, bad } = await readExport('feed', RSS_DAMAGED);
  expect(bad).toEqual([
    [8, 'pubDate, published, updated', 'is empty'],
    [15, 'pubDate, published, updated', 'is empty'],
    [29, '(row)', 'is not closed before the next begins'],
    [43, 'link, guid', '"relatif/6" is no http address'],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['https://kabar.example/3', 'https://kabar.example/5']);
});

test('a feed that ends in the middle gives its whole entries and says so', async () => {
  const { mentions, bad } = await readExport('feed', RSS_CUT);
  expect(mentions).toHaveLength(1);
  expect(bad).toEqual([
    [15, '(row)', 'is not closed'],
    [expect.any(Number), '(file)', 'the document ends before <rss> is closed'],
  ]);
});

test('declared entities are refused before one is expanded, and so is nesting without end', async () => {
  await expect(readExport('feed', XML_BOMB)).rejects.toMatchObject({
    code: 'BAD_INPUT_FILE',
    message: 'the document declares entities, which no feed needs',
  });
  await expect(readExport('feed', `<rss>${'<a>'.repeat(100_000)}`)).rejects.toMatchObject({ code: 'BAD_INPUT_FILE' });
});

test('a feed in another encoding than UTF-8 is read by the one that it names', async () => {
  const latin = Buffer.from(RSS_FEED.replace('UTF-8', 'ISO-8859-1').replace('lumpur 1', 'café'), 'latin1');
  expect((await readExport('feed', latin)).mentions[0]!.text).toContain('café');
  const broken = Buffer.from(RSS_FEED.replace('lumpur 1', 'caf\u00e9'), 'latin1');
  expect((await readExport('feed', broken)).bad).toEqual([
    [8, 'title, description', expect.stringContaining('encoding')],
  ]);
});
