import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { weighTextFile } from '#graph-jobs/sentiment/weigh-text-file.js';
import { compiledModule } from '#platform/package-root.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-sentiment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const POSTS = `text_id\ttext
1\tPelayanannya bagus banget, makanannya enak!
"2,b"\tparah, jalan rusak gak diperbaiki, pemerintah gmn sih, kecewa
3\trapat kerja dpr dimulai pukul 10.00 wib
4\tAbdi timburu tapi teu tiasa nanaon
5\t
`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function sentiment(...words: string[]) {
  return spawnSync(process.execPath, [compiledModule('cli/main.js'), 'sentiment', ...words], { encoding: 'utf8' });
}

test('a row for each text, in their order, with empty fields where it abstained', () => {
  const out = join(folder, 'out.csv');
  const { status, stdout } = sentiment('--texts', file('posts.tsv.gz', gzipSync(POSTS)), '--out', out, '--json');
  expect(status).toBe(0);
  const [header, ...rows] = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(header).toBe('text_id,label,p_positive,p_neutral,p_negative,abstained');
  expect(rows[0]).toMatch(/^1,positive,0\.\d+,0\.\d+,0\.\d+,false$/);
  expect(rows[1]).toMatch(/^"""2,b""",negative,/);
  expect(rows[2]).toMatch(/^3,neutral,/);
  expect(rows.slice(3)).toEqual(['4,,,,,true', '5,,,,,true']);
  for (const row of rows.slice(0, 3)) {
    const shares = row.split(',').slice(-4, -1).map(Number);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  }
  expect(JSON.parse(stdout)).toEqual({
    ...{ texts: 5, rejected: 0, positive: 1, neutral: 1, negative: 1 },
    abstained: { jv: 0, su: 1, en: 0, other: 0, untold: 1 },
  });
});

test('bad lines are named and cost nothing else', () => {
  const out = join(folder, 'some.csv');
  const { status, stdout, stderr } = sentiment(
    '--texts',
    file('bad.tsv', '1\tbagus sekali tempatnya\nhalo\n'),
    '--out',
    out,
  );
  expect(status).toBe(3);
  expect(stdout).toContain('1 texts: 1 positive, 0 neutral, 0 negative, 0 abstained');
  expect(stderr).toContain('line 2: 1 columns where 2 are expected');
  expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(3);
});

test('what cannot be is said before anything is written', () => {
  const out = join(folder, 'none.csv');
  expect(sentiment('--texts', join(folder, 'no.tsv'), '--out', out)).toMatchObject({ status: 1 });
  expect(sentiment('--texts', file('half.tsv', 'text_id\tisi\n1\thalo\n'), '--out', out)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('BAD_INPUT_FILE: it has no column text'),
  });
  const posts = file('posts.tsv', POSTS);
  expect(sentiment('--texts', posts, '--out', posts)).toMatchObject({ status: 2 });
  expect(sentiment('--texts', posts)).toMatchObject({ status: 2 });
  expect(existsSync(out)).toBe(false);
});

test('stopped on the way it leaves no half of a result', async () => {
  const line = 'x\tpelayanannya bagus banget dan makanannya enak sekali\n';
  const posts = file('many.tsv', line.repeat(20_000));
  const out = join(folder, 'stopped.csv');
  const controller = new AbortController();
  let written = false;
  const onProgress = () => {
    written ||= existsSync(out);
    if (written) controller.abort();
  };
  await expect(weighTextFile(posts, out, { onProgress, signal: controller.signal })).rejects.toMatchObject({
    code: 'STOPPED',
  });
  expect(written).toBe(true);
  expect(existsSync(out)).toBe(false);
});
