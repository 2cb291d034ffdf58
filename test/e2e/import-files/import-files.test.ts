import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { COORTWEET_MAPPING } from '#graph-jobs/detect/action-file/action-file-mapping.js';
import { readActionFile } from '#graph-jobs/detect/action-file/read-action-file.js';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { importCommand } from '../import-command/import-command.js';

// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const mention = (id: string, parent: string | null) =>
  JSON.stringify({
    type: 'mention',
    platform: 'x',
    id,
    kind: parent === null ? 'ORIGINAL' : 'REPOST',
    account: { id: `account of ${id}` },
    publishedAt: Date.UTC(2026, 0, 1),
    parent,
  });

describe('several files in one call', () => {
  test('are all imported but for one that cannot be read, and children find parents of a later file', async () => {
    const data = await unusedDataFolder(join(folder, 'data'));
    const children = file('children.ndjson', `${mention('2', '1')}\n`);
    const parents = file('parents.ndjson.gz', gzipSync(mention('1', null)));
    const { code, results, stderr } = await importCommand([
      children,
      join(folder, 'none.ndjson'),
      parents,
      '--data',
      data,
    ]);
    expect(results.map(({ added, rejected }) => [added, rejected])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(stderr).toMatch(/none\.ndjson: BAD_INPUT_FILE: there is no such file/);
    expect(code).toBe(1);
    expect(existsSync(`${children}.rejects.ndjson`)).toBe(false);
    const store = await openStore({ dataFolder: data });
    try {
      const [child, parent] = await store.mentions.get(['x:2', 'x:1']);
      expect(child).toMatchObject({ kind: 'REPOST', parentId: 'x:1' });
      expect(parent).toMatchObject({ kind: 'ORIGINAL', parentId: null });
      expect(await store.mentions.count({})).toBe(2);
    } finally {
      await store.close();
    }
  });
});

describe('a sheet kept by hand', () => {
  test('comes in by the mapping that ships as an example', async () => {
    const data = await unusedDataFolder(join(folder, 'sheet'));
    const AGAIN = 'X;17;;Asli;01/03/2026 08:00;;"lagi; ""17"".";;;;ani';
    const sheet = file(
      'pantauan.csv',
      [
        'Platform;ID;Tautan;Jenis;Waktu;ID Induk;Isi;Tautan di Isi;Tagar;Kode Wilayah;Akun',
        'X;17;;Asli;01/03/2026 08:00;;"Banjir; lagi";;#Banjir;31.71;ani',
        'Berita;;https://berita.id/1;;01/03/2026 08:30;;Banjir Jakarta;;;31;berita.id',
        'TikTok;19;;Asli;01/03/2026 08:00;;x;;;;budi',
        AGAIN,
      ].join('\r\n'),
    );
    const map = packageFile('examples/mappings/own-sheet.json');
    const { code, results, stderr } = await importCommand([sheet, '--map', map, '--data', data]);
    expect(results).toMatchObject([{ rows: 4, added: 2, rejected: 2, accountsAdded: 2 }]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/2 rows of .* were rejected: .*\n {2}line 4, Platform: "TikTok" is not among/);
    const rejects = readFileSync(`${sheet}.rejects.ndjson`, 'utf8').trim().split('\n');
    expect(rejects.map((line) => JSON.parse(line))).toEqual([
      {
        line: 4,
        field: 'Platform',
        reason: '"TikTok" is not among the values of the mapping',
        raw: 'TikTok;19;;Asli;01/03/2026 08:00;;x;;;;budi',
      },
      {
        line: 5,
        field: 'ID, Tautan',
        reason: 'line 2 of this file has already brought this mention',
        raw: AGAIN,
      },
    ]);
    const store = await openStore({ dataFolder: data });
    try {
      const [post, article] = await store.mentions.get(['x:17', 'web:https://berita.id/1']);
      expect(post).toMatchObject({ text: 'Banjir; lagi', hashtags: ['banjir'], regionCode: '31.71', stream: 'SOCIAL' });
      expect(post!.publishedAt).toBe(Date.UTC(2026, 2, 1, 1));
      expect(article).toMatchObject({ kind: 'ORIGINAL', stream: 'NEWS' });
    } finally {
      await store.close();
    }
  });
});

describe('a file that is something else', () => {
  test('a folder and a workbook are named as what they are, by the detector too', async () => {
    const book = file('pantauan.xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0, 1'));
    const map = packageFile('examples/mappings/own-sheet.json');
    const words = [
      book,
      folder,
      '--format',
      'csv',
      '--map',
      map,
      '--data',
      await unusedDataFolder(join(folder, 'not-text')),
    ];
    const { code, stderr } = await importCommand(words);
    expect(stderr).toMatch(/xlsx cannot be read as a workbook.*save the sheet as CSV \(UTF-8\).* is a folder/s);
    expect(code).toBe(1);
    await expect(readActionFile(book, COORTWEET_MAPPING, 'CO_REPOST')).rejects.toThrow('is an Excel workbook');
    await expect(readActionFile(folder, COORTWEET_MAPPING, 'CO_REPOST')).rejects.toThrow('is a folder');
  });

  test('a format of which no row can be read is a failure that names another', async () => {
    const posts = file('posts.csv', 'id,text\n1,banjir\n2,surut\n');
    const { code, results, stderr } = await importCommand([
      posts,
      '--format',
      'jejaring',
      '--data',
      await unusedDataFolder(join(folder, 'wrong')),
    ]);
    expect(results).toMatchObject([{ rows: 3, rejected: 3 }]);
    expect(stderr).toMatch(/none of the 3 rows of .*posts\.csv can be read as jejaring/);
    expect(stderr).toMatch(/--format csv --map MAPPING\.json/);
    expect(code).toBe(1);
  });
});

describe('wrong words', () => {
  test.each([
    [
      'a mapping for another format',
      ['x.csv', '--format', 'auto', '--map', 'none.json'],
      /BAD_MAPPING: there is no such file/,
    ],
    ['a mapping that is not there', ['x.csv', '--map', 'none.json'], /BAD_MAPPING: there is no such file/],
  ])('%s ends before anything is done', async (_, words, message) => {
    const { code, stderr } = await importCommand([...words, '--data', join(folder, 'never')]);
    expect(stderr).toMatch(message);
    expect(code).not.toBe(0);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});
