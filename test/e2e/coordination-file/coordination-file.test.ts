import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compiledModule } from '#platform/package-root.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-coordination-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SHARES = `link,who,when,text
u1,ani,2026-01-05T07:00:00+07:00,"with, comma"
u1,budi,2026-01-05T00:00:20Z,"with ""quotes"""
u1,citra,2026-01-05T00:01:20Z,
u2,ani,2026-01-05T03:00:00Z,
u2,budi,2026-01-05T03:00:01Z,
`;
const MAP = ['--mode', 'compatible', '--format', 'csv', '--map', 'object=link,account=who,time=when'];

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function coordination(...words: string[]) {
  const arguments_ = [compiledModule('cli/main.js'), 'coordination', ...words];
  return spawnSync(process.execPath, arguments_, { encoding: 'utf8' });
}

test('finds who shares the same links within the window, in a gzipped CSV with a mapping file', () => {
  const map = file('map.json', JSON.stringify({ object: 'link', account: 'who', time: 'when' }));
  const edges = join(folder, 'edges.csv');
  const shares = file('shares.csv.gz', gzipSync(SHARES));
  const words = [
    '--mode',
    'compatible',
    '--format',
    'csv',
    '--map',
    map,
    '--behaviour',
    'CO_LINK',
    '--edges',
    edges,
    '--json',
  ];
  const { status, stdout } = coordination(shares, ...words);
  expect(status).toBe(0);
  expect(readFileSync(edges, 'utf8')).toBe('from,to,weight\nani,budi,2\nbudi,citra,1\n');
  expect(JSON.parse(stdout)).toEqual({
    file: shares,
    mode: 'compatible',
    behaviour: 'CO_LINK',
    windowSeconds: 60,
    minParticipation: 1,
    minWeight: 1,
    rows: 5,
    rejected: 0,
    repeatedContents: 0,
    actions: 5,
    accounts: 3,
    objects: 2,
    edges: 2,
    pairsOfPosts: 3,
    accountsInNetwork: 3,
    crowdedObjects: 0,
    heaviest: [
      { from: 'ani', to: 'budi', weight: 2 },
      { from: 'budi', to: 'citra', weight: 1 },
    ],
  });
});

test('writes the posts behind each edge, where the file has their ids', () => {
  const shares = file('posts.csv', 'o,who,id,at\nu1,ani,1,1600000000\nu1,budi,2,1600000020\nu1,citra,3,1600000005.5\n');
  const evidence = join(folder, 'evidence.csv');
  const words = [shares, '--mode', 'compatible', '--format', 'csv', '--evidence', evidence, '--map'];
  expect(coordination(...words, 'object=o,account=who,time=at,content=id').status).toBe(0);
  expect(readFileSync(evidence, 'utf8')).toBe(
    [
      'from,to,object,post_a,post_b,seconds_apart',
      'ani,budi,u1,1,2,20',
      'ani,citra,u1,1,3,5.5',
      'budi,citra,u1,2,3,-14.5',
      '',
    ].join('\n'),
  );
  const without = coordination(...words, 'object=o,account=who,time=at');
  expect(without.stderr).toMatch(/no column of their ids/);
  expect(without.status).toBe(2);
});

test('the window and the minimum weight cut', () => {
  const shares = file('shares.csv', SHARES);
  const kept = (...words: string[]) => JSON.parse(coordination(shares, ...MAP, ...words, '--json').stdout).heaviest;
  expect(kept('--window', '1')).toEqual([{ from: 'ani', to: 'budi', weight: 1 }]);
  expect(kept('--min-weight', '2')).toEqual([{ from: 'ani', to: 'budi', weight: 2 }]);
});

test('finds who writes nearly the same text, as near as asked for', () => {
  const text = 'Banjir di Kota ini sudah mulai surut sejak pagi tadi kata warga';
  const rows = [
    ['ani', 10, text],
    ['budi', 40, `VIRAL: ${text} https://t.example/x #banjir`],
    ['citra', 50, ''],
    ['dewi', 55, 'amin'],
  ];
  const posts = file(
    'posts.csv',
    ['who,when,text', ...rows.map((row) => row.join(','))].join('\n').replaceAll(/,(\d)/g, ',17000000$1'),
  );
  const words = [
    posts,
    '--mode',
    'compatible',
    '--format',
    'csv',
    '--map',
    'object=text,account=who,time=when',
    '--behaviour',
    'CO_TEXT',
    '--json',
  ];
  const { status, stdout } = coordination(...words);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ behaviour: 'CO_TEXT', rows: 4, rejected: 0, actions: 2, objects: 1 },
    heaviest: [{ from: 'ani', to: 'budi', weight: 1 }],
  });
  expect(JSON.parse(coordination(...words, '--similarity', '1').stdout)).toMatchObject({ objects: 2, edges: 0 });
  expect(coordination(...words, '--similarity', '0.5')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/above 0.5/),
  });
});

test('rows that cannot be used are named, the rest counts, and the exit code is 3', () => {
  const shares = file('some-bad.csv', `${SHARES}u3,,2026-01-05T00:00:00Z,\nu3,dewi,lusa,\n`);
  const { status, stdout, stderr } = coordination(shares, ...MAP);
  expect(status).toBe(3);
  expect(stderr).toMatch(/line 7, account: empty\nline 8, time: .*\n2 of 7 rows left out/);
  expect(stdout).toMatch(/edges +2\n/);
});

test.each([
  ['no such file', [join(folder, 'absent.csv')], 1, /there is no such file[\s\S]*it was looked for at \//],
  ['gzip that is cut off', [file('cut.csv.gz', gzipSync(SHARES.repeat(50)).subarray(0, 60)), ...MAP], 1, /cut off/],
  ['columns that are not there', [file('other.csv', SHARES)], 1, /no column "object_id"/],
  ['a CSV without a mapping', [file('plain.csv', SHARES), '--format', 'csv'], 2, /needs a mapping/],
  [
    'a mode that is not there',
    [file('mode.csv', SHARES), '--mode', 'exact'],
    2,
    /Allowed choices are calibrated, compatible/,
  ],
  [
    'an option of the other mode',
    [file('other-mode.csv', SHARES), '--window', '5'],
    2,
    /for --mode compatible\n +at: --window/,
  ],
  ['a rate that is none', [file('rate.csv', SHARES), '--fdr', '1'], 2, /from 1e-9 to 0.5/],
  ['a window that is no number', [file('window.csv', SHARES), '--window', 'long'], 2, /must be seconds/],
])('says what to do about %s', (_, words, code, message) => {
  const { status, stderr } = coordination(...words);
  expect(stderr).toMatch(message);
  expect(status).toBe(code);
});
