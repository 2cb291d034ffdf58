import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { compiledModule } from '#platform/package-root.js';
import { runCommandLine } from '../../../cli/command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-spread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'mention_id,parent_id,account_id,published_at';
/** A root with a chain of two and a leaf below it, a lone root, and a mention whose parent is not there. */
const POSTS = `${HEADER}
r,,ani,1600000000
a,r,budi,1600000060
b,a,citra,2020-09-13T12:28:40Z
c,r,budi,1600003660
lone,,dewi,1600000100
orphan,gone,ani,1600000200
`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function spread(...words: string[]) {
  return spawnSync(process.execPath, [compiledModule('cli/main.js'), 'spread', ...words], { encoding: 'utf8' });
}

function table(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])));
}

test('a row for each cascade, largest first, and a summary that says what was odd', () => {
  const out = join(folder, 'cascades.csv');
  const { status, stdout } = spread(file('posts.csv.gz', gzipSync(POSTS)), '--out', out);
  expect(status).toBe(0);
  expect(readFileSync(out, 'utf8').split('\n')[0]).toMatch(
    /^root_id,size,unique_accounts,depth,max_breadth,structural_virality,direct_share,seconds_to_half,/,
  );
  const [first, lone, orphan] = table(out);
  expect(first).toMatchObject({
    ...{ root_id: 'r', size: '4', unique_accounts: '3', depth: '2', max_breadth: '2' },
    ...{ structural_virality: '1.66666666667', direct_share: '0.666666666667', seconds_to_half: '60' },
    ...{ root_account_id: 'ani', started_at: '1600000000', mean_depth: '1.33333333333', spreaders: '2' },
    ...{ most_offspring: '2', seconds_to_90_percent: '3660', lasted_seconds: '3660', in_1_hour: '3' },
    ...{ in_6_hours: '4', in_24_hours: '4', busiest_hour: '3', most_active_account_id: 'budi' },
    ...{ most_active_mentions: '2', most_amplified_account_id: 'ani', most_amplified_times: '2' },
    first_mover_account_id: 'budi',
  });
  expect(lone).toMatchObject({ root_id: 'lone', size: '1', depth: '0', structural_virality: '0', direct_share: '0' });
  expect(orphan).toMatchObject({ root_id: 'orphan', size: '1', most_amplified_account_id: '' });
  expect(stdout).toMatch(/^cascades +3\nlone +2\nlargest +4\ndeepest +2\norphans +1 {2}name a parent/m);
});

test('any columns and more fields by --map; hops between platforms and provinces; generations', () => {
  const posts = file(
    'mapped.csv',
    [
      'id;dari;siapa;waktu;kanal;wilayah',
      '1;;ani;1600000000;x;31.71',
      '2;1;"budi, b";1600000001;x;31.72',
      '3;1;citra;1600000002;tiktok;32.73',
      '4;3;dewi;1600000003;;33',
    ].join('\n'),
  );
  const [out, generations] = [join(folder, 'mapped-out.csv'), join(folder, 'generations.csv')];
  const map = 'mention=id,parent=dari,account=siapa,time=waktu,platform=kanal,region=wilayah';
  const words = [posts, '--map', map, '--out', out, '--generations', generations, '--json'];
  const { status, stdout } = spread(...words);
  expect(status).toBe(0);
  expect(table(out)[0]).toMatchObject({ platforms: '2', platform_hops: '1', provinces: '3', province_hops: '2' });
  expect(readFileSync(generations, 'utf8')).toBe(
    'root_id,depth,mentions,mean_offspring\n1,0,1,2\n1,1,2,0.5\n1,2,1,0\n',
  );
  expect(JSON.parse(stdout)).toEqual({
    ...{ file: posts, rows: 4, rejected: 0, repeatedMentions: 0, mentions: 4, accounts: 4, cascades: 1, lone: 0 },
    ...{ largest: 4, deepest: 2, orphans: 0, selfParents: 0, cycles: 0, equalTimes: 0, reversedTimes: 0 },
  });
});

test('with followers, each measure beside its percentile among cascades of like size and root followers', () => {
  const rows = Array.from({ length: 30 }, (_, i) => {
    const followers = i < 25 ? 1000 + i : '';
    return [`r${i},,a${i},${1_600_000_000 + i},${followers}`, `c${i},r${i},b,${1_600_000_000 + 10 * i},`];
  });
  const [posts, out] = [file('followers.csv', [`${HEADER},fans`, ...rows.flat()].join('\n')), join(folder, 'like.csv')];
  expect(spread(posts, '--map', 'followers=fans', '--out', out).status).toBe(0);
  const [first, ...others] = table(out);
  const measured = { root_id: 'r0', root_followers: '1000', matched: '24', depth_percentile: '50' };
  expect(first).toMatchObject({ ...measured, lasted_seconds_percentile: '0' });
  expect(others[23]).toMatchObject({ root_id: 'r24', matched: '24', lasted_seconds_percentile: '100' });
  expect(others[24]).toMatchObject({ root_id: 'r25', root_followers: '', matched: '0', depth_percentile: '' });
});

test('inferred parents of stars: ranges, alternatives with probabilities, the same for shuffled rows', () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `s${i},${i === 0 ? '' : 's0'},a${i},${1_600_000_000 + 60 * i},${i * 10}`,
  );
  const known = ['k0,,b,1600000000,5', 'k1,k0,c,1600000001,5', 'k2,k1,d,1600000002,5'];
  const outputs = [rows, rows.toReversed()].map((lines, i) => {
    const posts = file(`stars-${i}.csv`, [`${HEADER},fans`, ...known, ...lines].join('\n'));
    const [out, parents] = [join(folder, `stars-out-${i}.csv`), join(folder, `stars-parents-${i}.csv`)];
    const words = ['--map', 'followers=fans', '--infer-parents', '--trees', '50', '--out', out, '--parents', parents];
    const { status, stderr } = spread(posts, ...words);
    expect([status, stderr]).toEqual([0, expect.stringContaining('inferred in 1 cascades, 50 trees of each (seed 1)')]);
    return { out, parents, bytes: readFileSync(out, 'utf8') + readFileSync(parents, 'utf8') };
  });
  expect(outputs[1]!.bytes).toBe(outputs[0]!.bytes);
  const [star, tree] = table(outputs[0]!.out);
  expect(star).toMatchObject({ root_id: 's0', depth: '1', inferred_parents: '39', spreaders: '1' });
  expect(Number(star!.depth_inferred_low)).toBeGreaterThan(1);
  expect(Number(star!.depth_inferred_high)).toBeGreaterThanOrEqual(Number(star!.depth_inferred_median));
  expect(tree).toMatchObject({ inferred_parents: '0', depth_inferred_low: '2', depth_inferred_high: '2' });
  const alternatives = table(outputs[0]!.parents).filter(({ mention_id }) => mention_id === 's2');
  const [first, second] = [1, 11 * 2 ** (60 / 1020)];
  expect(alternatives.map(({ inferred_parent_id }) => inferred_parent_id)).toEqual(['s1', 's0']);
  expect(Number(alternatives[0]!.probability)).toBeCloseTo(second / (first + second), 10);
  expect(spread(outputs[0]!.out, '--trees', '9')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/add --infer/),
  });
});

test('guards: cycles, self-parents, equal and reversed times, repeated ids are counted and said', () => {
  const posts = file(
    'odd.csv',
    [
      HEADER,
      'self,self,a,1600000000',
      'x,z,a,1600000003',
      'y,x,a,1600000001',
      'z,y,a,1600000002',
      'twin,x,b,1600000003',
      'twin,gone,b,1600000009',
      'early,x,c,1600000000',
    ].join('\n'),
  );
  const out = join(folder, 'odd-out.csv');
  expect(JSON.parse(spread(posts, '--out', out, '--json').stdout)).toMatchObject({
    ...{ rows: 7, repeatedMentions: 1, mentions: 6, cascades: 2 },
    ...{ selfParents: 1, cycles: 1, orphans: 0, equalTimes: 1, reversedTimes: 2 },
  });
  expect(table(out).map(({ root_id, size }) => `${root_id} ${size}`)).toEqual(['y 5', 'self 1']);
});

test('rows that cannot be used are named by line and field, the rest counts, and the exit code is 3', () => {
  const posts = file('some-bad.csv', `${POSTS}e,r,,1600000000\n,r,a,1600000000\nf,r,a,lusa\n`);
  const { status, stdout, stderr } = spread(posts);
  expect(status).toBe(3);
  expect(stderr).toMatch(
    /line 8, account: empty\nline 9, mention: empty\nline 10, time: "lusa" is not Unix.*\n3 of 9 rows/,
  );
  expect(stdout).toMatch(/cascades +3\n/);
});

test.each([
  ['no such file', ['absent.csv'], 1, /there is no such file/],
  ['columns that are not there', ['other.csv'], 1, /no column "mention_id" for mention; .*--map/s],
  ['a field that there is none of', ['posts.csv', '--map', 'object=x'], 1, /no field "object"/],
  ['a mapping file that is not there', ['posts.csv', '--map', 'absent.json'], 1, /BAD_MAPPING: there is no such file/],
  [
    'followers that are no number',
    ['letters.csv', '--map', 'followers=account_id'],
    1,
    /followers: not a whole number/,
  ],
  ['its own input as an output', ['posts.csv', '--out', 'posts.csv'], 2, /would be overwritten/],
  ['a folder that is not there', ['absent.csv', '--out', 'nowhere/out.csv'], 2, /Nothing can be written there/],
])('%s: refused before anything is written', (_, [name, ...words], code, message) => {
  file('posts.csv', POSTS);
  file('letters.csv', POSTS);
  file('other.csv', 'a,b\n1,2\n');
  const own = words.map((word) => (word.endsWith('.csv') || word.endsWith('.json') ? join(folder, word) : word));
  const { status, stderr } = spread(join(folder, name!), ...own);
  expect(stderr).toMatch(message);
  expect(status).toBe(code);
  expect(readFileSync(join(folder, 'posts.csv'), 'utf8')).toBe(POSTS);
});

test('a stop ends the reading with 130 and writes nothing', async () => {
  const rows = Array.from({ length: 400_000 }, (_, i) => `m${i},m${i >> 1},a${i},${1_600_000_000 + i}`);
  const [posts, out] = [file('many.csv', `${HEADER}\n${rows.join('\n')}\n`), join(folder, 'stopped.csv')];
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const listening = process.listenerCount('SIGINT');
  const ended = runCommandLine(['spread', posts, '--out', out]);
  while (process.listenerCount('SIGINT') === listening) await new Promise(setImmediate);
  process.emit('SIGINT');
  expect(await ended).toBe(130);
  expect(said.mock.calls.map(([line]) => line).join('\n')).toMatch(/stopping …\nSTOPPED/);
  said.mockRestore();
  expect(existsSync(out)).toBe(false);
});
