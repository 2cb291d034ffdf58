import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceFile } from '../read/source-file.js';
import type { CsvMapping } from './csv-mapping.js';
import type { FormatOptions } from './format-options.js';
import { type FormatName, readFormat } from './read-format.js';

const NOW = Date.UTC(2026, 2, 10);
const folder = mkdtempSync(join(tmpdir(), 'jejaring-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(content: string): string {
  files += 1;
  const path = join(folder, `${files}.txt`);
  writeFileSync(path, content);
  return path;
}

async function read(format: FormatName, content: string, options: Partial<FormatOptions> = {}) {
  const rows = [];
  const bad = [];
  const source = await SourceFile.open(write(content));
  for await (const batch of readFormat(format, source, { now: NOW, ...options }))
    for (const parsed of batch) {
      if (parsed.fault === undefined) rows.push(parsed.row);
      else bad.push([parsed.line, parsed.field, parsed.fault]);
    }
  return { rows, bad, mentions: rows.flatMap(({ record }) => (record.type === 'mention' ? [record.mention] : [])) };
}

const mention = {
  type: 'mention',
  platform: 'x',
  id: '10',
  kind: 'REPOST',
  account: { id: 'a', handle: 'ani', followers: 7 },
  publishedAt: '2026-03-01T08:00:00+07:00',
  parent: '9',
};

describe('jejaring', () => {
  test('reads mentions and accounts', async () => {
    const full = {
      ...mention,
      stream: 'NEWS',
      text: 'halo',
      urls: ['https://a.id/x'],
      hashtags: ['#Banjir', 'ＢＡＮＪＩＲ'],
      media: ['m'],
      region: '31.71',
      language: 'id',
    };
    const account = {
      type: 'account',
      platform: 'x',
      id: 'k',
      newsOutlet: false,
      agency: 'kominfo',
      layer: 'L0',
      createdAt: 1500000000000,
    };
    const { rows, bad } = await read('jejaring', `${JSON.stringify(full)}\n${JSON.stringify(account)}\n`);
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      {
        line: 1,
        record: {
          type: 'mention',
          mention: {
            nativeId: '10',
            kind: 'REPOST',
            stream: 'NEWS',
            account: { platform: 'x', nativeId: 'a', handle: 'ani', followers: 7 },
            publishedAt: Date.UTC(2026, 2, 1, 1),
            parentNativeId: '9',
            text: 'halo',
            urls: ['https://a.id/x'],
            hashtags: ['banjir'],
            mediaHashes: ['m'],
            regionCode: '31.71',
            language: 'id',
          },
        },
      },
      {
        line: 2,
        record: {
          type: 'account',
          account: {
            platform: 'x',
            nativeId: 'k',
            newsOutlet: false,
            agencyId: 'kominfo',
            layer: 'L0',
            createdAt: 1500000000000,
          },
        },
      },
    ]);
  });

  test.each([
    ['an empty id', { id: '' }, 'id'],
    ['an id of spaces', { id: '  ' }, 'id'],
    ['an id of a wrong type', { id: 10 }, 'id'],
    ['a platform with capitals', { platform: 'X' }, 'platform'],
    ['an unknown kind', { kind: 'LIKE' }, 'kind'],
    ['a missing account', { account: undefined }, 'account'],
    ['an account without id', { account: { handle: 'a' } }, 'account.id'],
    ['negative followers', { account: { id: 'a', followers: -1 } }, 'account.followers'],
    ['a gender', { account: { id: 'a', gender: 'f' } }, 'account.gender'],
    ['a date that is none', { publishedAt: '2026-02-30T00:00:00Z' }, 'publishedAt'],
    ['a date without zone', { publishedAt: '2026-02-03T00:00:00' }, 'publishedAt'],
    ['a future date', { publishedAt: NOW + 2 * 86_400_000 }, 'publishedAt'],
    ['a date before 2000', { publishedAt: '1999-12-31T23:59:59Z' }, 'publishedAt'],
    ['itself as parent', { parent: '10' }, 'parent'],
    ['a parent of an ORIGINAL', { kind: 'ORIGINAL' }, 'parent'],
    ['a url without scheme', { urls: ['www.a.id'] }, 'urls'],
    ['an empty hashtag', { hashtags: ['#'] }, 'hashtags'],
    ['a region of letters', { region: 'DKI' }, 'region'],
    ['a NUL in the text', { text: 'a\0b' }, 'text'],
    ['half a character', { text: '\ud800' }, 'text'],
    ['a misspelt field', { hashtag: ['a'] }, 'hashtag'],
    ['an unknown type', { type: 'post' }, 'type'],
  ])('rejects %s, naming the field', async (_, change, field) => {
    const { rows, bad } = await read('jejaring', JSON.stringify({ ...mention, ...change }));
    expect(rows).toEqual([]);
    expect(bad).toEqual([[1, field, expect.any(String)]]);
  });
});

const MAPPING: CsvMapping = {
  platform: { constant: 'x' },
  id: { column: 'id', prefix: 'p-' },
  kind: { column: 'kind', values: { '': 'ORIGINAL', RT: 'REPOST' } },
  publishedAt: { column: 'at', format: 'dd/MM/yyyy HH:mm', zone: 'Asia/Makassar' },
  parent: { firstOf: [{ column: 'parent' }, { column: 'root', prefix: 'p-' }] },
  urls: { column: 'urls', separator: ';' },
  hashtags: { column: 'tags', separator: '|' },
  account: { id: { column: 'who' }, newsOutlet: { column: 'news', values: { ya: 'true', tidak: 'false' } } },
};
const HEADER = 'id,kind,at,parent,root,urls,tags,who,news\n';

describe('csv', () => {
  test('maps columns, constants, prefixes, lists, values and zones', async () => {
    const { mentions, bad } = await read(
      'csv',
      `${HEADER}1,,01/03/2026 08:00,,,https://a.id; https://b.id,#A|b,ani,ya\n2,RT,01/03/2026 08:01,,1,,,budi,\n3,RT,01/03/2026 08:02,p-2,1,,,caca,tidak\n`,
      { mapping: MAPPING },
    );
    expect(bad).toEqual([]);
    expect(mentions.map((m) => [m.nativeId, m.kind, m.parentNativeId, m.account.newsOutlet])).toEqual([
      ['p-1', 'ORIGINAL', null, true],
      ['p-2', 'REPOST', 'p-1', undefined],
      ['p-3', 'REPOST', 'p-2', false],
    ]);
    expect(mentions[0]).toMatchObject({
      publishedAt: Date.UTC(2026, 2, 1, 0),
      urls: ['https://a.id', 'https://b.id'],
      hashtags: ['a', 'b'],
      stream: 'SOCIAL',
    });
  });

  test.each([
    [{ format: 'unix-s' }, '1772323200'],
    [{ format: 'unix-ms' }, '1772323200000'],
    [{ format: 'iso' }, '2026-03-01T00:00:00Z'],
    [{ format: 'iso', zone: '+07:00' }, '2026-03-01T07:00:00'],
    [{ format: 'iso', zone: 'Asia/Jayapura' }, '2026-03-01 09:00'.replace(' ', 'T')],
    [{ format: 'd MMM yyyy HH.mm', zone: 'Asia/Jakarta' }, '1 Mar 2026 07.00'],
  ])('reads the time format %j', async (format, text) => {
    const mapping: CsvMapping = { ...MAPPING, publishedAt: { column: 'at', ...format } };
    const { mentions, bad } = await read('csv', `${HEADER}1,,${text},,,,,ani,\n`, { mapping });
    expect(bad).toEqual([]);
    expect(mentions[0]!.publishedAt).toBe(Date.UTC(2026, 2, 1));
  });

  test('rejects rows by the column of their fault', async () => {
    const { mentions, bad } = await read(
      'csv',
      `${HEADER},,01/03/2026 08:00,,,,,ani,\n2,,,,,,,ani,\n3,,kemarin,,,,,ani,\n4,LIKE,01/03/2026 08:00,,,,,ani,\n5,,01/03/2026 08:00,,,,,,\n6,,01/03/2026 08:00,,,,,ani,\n`,
      { mapping: MAPPING },
    );
    expect(mentions.map((m) => m.nativeId)).toEqual(['p-6']);
    expect(bad.map(([line, field]) => [line, field])).toEqual([
      [2, 'id'],
      [3, 'at'],
      [4, 'at'],
      [5, 'kind'],
      [6, 'who'],
    ]);
  });

  test('names a column that the file does not have, and those that it has', async () => {
    await expect(read('csv', 'id,at\n', { mapping: MAPPING })).rejects.toMatchObject({
      code: 'BAD_MAPPING',
      message: 'the file has no column "kind"',
      at: 'kind.column',
      hint: 'its columns are: id, at',
    });
  });

  test('refuses a zone that does not exist and a platform that nobody names', async () => {
    const publishedAt = { column: 'at', format: 'iso', zone: 'Asia/Bandung' };
    await expect(read('csv', HEADER, { mapping: { ...MAPPING, publishedAt } })).rejects.toMatchObject({
      at: 'publishedAt.zone',
    });
    const { platform: _, ...nameless } = MAPPING;
    await expect(read('csv', HEADER, { mapping: nameless })).rejects.toMatchObject({
      code: 'BAD_MAPPING',
      at: 'platform',
    });
  });
});

describe('coortweet', () => {
  test('makes reposts of objects', async () => {
    const { mentions, bad } = await read(
      'coortweet',
      'object_id,account_id,content_id,timestamp_share\no,a,c,1623881091\n',
      { platform: 'facebook' },
    );
    expect(bad).toEqual([]);
    expect(mentions).toMatchObject([
      {
        nativeId: 'c',
        kind: 'REPOST',
        parentNativeId: 'o',
        publishedAt: 1623881091000,
        account: { platform: 'facebook', nativeId: 'a' },
      },
    ]);
  });
});

describe('x-api-v2', () => {
  const post = { id: '1', text: 'halo', author_id: 'u1', created_at: '2026-03-01T00:00:00.000Z', lang: 'in' };
  const page = {
    data: [
      {
        ...post,
        entities: { hashtags: [{ tag: 'Banjir' }], urls: [{ url: 'https://t.co/a', expanded_url: 'https://a.id/1' }] },
      },
      { ...post, id: '2', referenced_tweets: [{ type: 'retweeted', id: '1' }] },
      {
        ...post,
        id: '3',
        referenced_tweets: [
          { type: 'replied_to', id: '1' },
          { type: 'quoted', id: '7' },
        ],
      },
      { ...post, id: '4', created_at: 'kemarin' },
    ],
    includes: {
      users: [
        {
          id: 'u1',
          username: 'ani',
          name: 'Ani',
          created_at: '2015-01-01T00:00:00.000Z',
          public_metrics: { followers_count: 12 },
        },
      ],
      tweets: [{ ...post, id: '7', author_id: 'u2' }],
    },
    meta: { result_count: 4 },
  };

  test.each([
    ['a page a file', JSON.stringify(page, null, 2), 1],
    ['pages by lines', `${JSON.stringify({ meta: { result_count: 0 } })}\n${JSON.stringify(page)}`, 2],
    ['an array of pages', JSON.stringify([page]), 1],
  ])('reads %s with what it includes', async (_, text, line) => {
    const { rows, mentions, bad } = await read('x-api-v2', text);
    expect(mentions.map((m) => [m.nativeId, m.kind, m.parentNativeId])).toEqual([
      ['1', 'ORIGINAL', null],
      ['2', 'REPOST', '1'],
      ['3', 'QUOTE', '7'],
      ['7', 'ORIGINAL', null],
    ]);
    expect(rows.map((row) => row.included)).toEqual([false, false, false, true]);
    expect(mentions[0]).toMatchObject({
      urls: ['https://a.id/1'],
      hashtags: ['banjir'],
      account: { nativeId: 'u1', handle: 'ani', displayName: 'Ani', followers: 12, createdAt: Date.UTC(2015, 0, 1) },
    });
    expect(bad).toEqual([[line, 'data.3.created_at', expect.any(String)]]);
  });

  test('rejects what is no page', async () => {
    const { bad } = await read('x-api-v2', '{"foo":1}\n[]\n"x"\n');
    expect(bad.map(([line]) => line)).toEqual([1, 2, 3]);
  });
});
