import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPLANATION_KINDS } from '#domain/finding.js';
import { compiledModule } from '#platform/package-root.js';
import { plantedShares, sharesCsv } from '../../builders/planted-shares.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-calibrated-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shares = plantedShares(3);
const organic = shares.filter(({ account }) => !account.startsWith('g'));
const path = (name: string) => join(folder, name);

function fileOf(name: string, rows: typeof shares): string {
  writeFileSync(path(name), sharesCsv(rows));
  return path(name);
}

function coordination(...words: string[]) {
  const run = spawnSync(process.execPath, [compiledModule('cli/main.js'), 'coordination', ...words], {
    encoding: 'utf8',
  });
  return { ...run, summary: () => JSON.parse(run.stdout) };
}

/** What is written for the file: edges and groups, as text. */
function written(file: string, ...words: string[]): [edges: string, groups: string] {
  const { status, stderr } = coordination(file, '--edges', path('e.csv'), '--groups', path('g.csv'), ...words);
  expect([status, stderr]).toEqual([0, expect.stringContaining('done in')]);
  return [readFileSync(path('e.csv'), 'utf8'), readFileSync(path('g.csv'), 'utf8')];
}

test('a planted group is found with its q-value, and nobody else', () => {
  const [edges, groups] = written(fileOf('planted.csv', shares));
  const rows = groups
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(rows[0]).toEqual(['group_id', 'account_id', 'group_size', 'q_value', 'chance_rate']);
  expect(rows.slice(1).map(([group, account, size]) => [group, account, size])).toEqual(
    ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'].map((account) => ['g1', account, '6']),
  );
  for (const [, , , q, chance] of rows.slice(1)) {
    expect(Number(q)).toBeLessThan(0.01);
    expect(chance).toBe('0');
  }
  const [head, ...lines] = edges.trim().split('\n');
  expect(head).toBe('from,to,window,occasions,expected,q_who,q_when');
  expect(lines.filter((line) => line.split(',')[2] === '60').length).toBe(15);
  for (const line of lines) {
    const [from, to, , occasions, expected, who, when] = line.split(',');
    expect(from! < to!).toBe(true);
    expect(Number(occasions)).toBeGreaterThan(Number(expected));
    expect(Math.max(Number(who), Number(when))).toBeLessThanOrEqual(0.01);
  }
});

test('the posts behind the pairs of a group are written, each within the widest window that kept the pair', () => {
  const evidence = path('evidence.csv');
  const [edges] = written(fileOf('evident.csv', shares), '--evidence', evidence);
  const widest = new Map<string, { window: number; occasions: number }>();
  for (const line of edges.trim().split('\n').slice(1)) {
    const [from, to, window, occasions] = line.split(',');
    const pair = `${from} ${to}`;
    if (Number(window) > (widest.get(pair)?.window ?? 0))
      widest.set(pair, { window: Number(window), occasions: Number(occasions) });
  }
  const post = new Map(shares.map((share) => [share.content, share]));
  const [head, ...lines] = readFileSync(evidence, 'utf8').trim().split('\n');
  expect(head).toBe('from,to,object,post_a,post_b,seconds_apart');
  const objects = new Map<string, Set<string>>();
  for (const line of lines) {
    const [from, to, object, a, b, apart] = line.split(',') as [string, string, string, string, string, string];
    const [one, other] = [post.get(a)!, post.get(b)!];
    expect([one.account, other.account, one.object, other.object]).toEqual([from, to, object, object]);
    expect(Number(apart)).toBe(other.time - one.time);
    expect(Math.abs(Number(apart))).toBeLessThanOrEqual(widest.get(`${from} ${to}`)!.window);
    objects.set(`${from} ${to}`, (objects.get(`${from} ${to}`) ?? new Set()).add(object));
  }
  expect([...objects.keys()].sort()).toEqual([...widest.keys()].sort());
  for (const [pair, { occasions }] of widest) expect(objects.get(pair)!.size).toBeGreaterThanOrEqual(occasions);
});

test('ordinary explanations are written and printed, and what a file cannot tell is named', () => {
  const file = fileOf('explained.csv', shares);
  written(file, '--copies', '0', '--explanations', path('x.csv'));
  const [head, ...lines] = readFileSync(path('x.csv'), 'utf8').trim().split('\n');
  expect(head).toBe('group_id,explanation,share,note');
  expect(lines.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(
    EXPLANATION_KINDS.map((kind) => `g1 ${kind}`),
  );
  expect(lines[0]).toMatch(/^g1,DECLARED_GOVERNMENT_AMPLIFICATION,,a file does not say whose/);
  expect(lines[3]).toMatch(/^g1,ONE_HYPERACTIVE_ACCOUNT,0\.\d+,$/);
  const [group] = coordination(file, '--copies', '0', '--json').summary().largest;
  expect(group.explanations.map(({ kind }: { kind: string }) => kind)).toEqual(EXPLANATION_KINDS);
  const { stdout } = coordination(file, '--copies', '0');
  expect(stdout).toMatch(/one hyperactive account \d+ %/);
  expect(stdout).toContain('what a file cannot tell: declared government amplification, news syndication');
  // The shares of this file are of reposts whose originals it does not hold.
  expect(stdout).toMatch(/shared source: 0 of \d+ originals are in the file: each of the others counts/);
  written(fileOf('unexplained.csv', organic), '--explanations', path('x.csv'));
  expect(readFileSync(path('x.csv'), 'utf8')).toBe('group_id,explanation,share,note\n');
});

test('where nothing exceeds chance the files are just their header, and nothing is shuffled', () => {
  const file = fileOf('organic.csv', organic);
  expect(written(file)).toEqual([
    'from,to,window,occasions,expected,q_who,q_when\n',
    'group_id,account_id,group_size,q_value,chance_rate\n',
  ]);
  expect(coordination(file, '--json').summary()).toMatchObject({ groups: 0, pairs: 0, copies: 0, validation: null });
});

test('any number of threads and any order of rows give the same bytes', () => {
  const file = fileOf('ordered.csv', shares);
  const one = written(file, '--threads', '1');
  for (const threads of ['2', '4']) expect(written(file, '--threads', threads)).toEqual(one);
  const byObject = [...shares].sort((a, b) => (a.object + a.content < b.object + b.content ? 1 : -1));
  expect(written(fileOf('other-order.csv', byObject), '--threads', '2')).toEqual(one);
});

test('a content id that stands twice for one account and object is one action', () => {
  const twice = [...shares, ...shares.map((share) => ({ ...share, time: share.time + 5 }))];
  expect(written(fileOf('twice.csv', twice))).toEqual(written(fileOf('once.csv', shares)));
});

test('--validate counts the shuffled copies in which any group is flagged, rule by rule', () => {
  const words = [fileOf('validated.csv', organic), '--validate', '2', '--threads', '2'];
  const { validation } = coordination(...words, '--json').summary();
  expect(validation).toEqual(
    ['HOURS', 'DAYS', 'EVERYWHERE', 'OBJECTS', 'OWN_WEEKS'].map((rule) => ({
      rule,
      copies: 2,
      withGroups: 0,
      pairs: 0,
    })),
  );
  expect(coordination(...words).stdout).toMatch(/accounts within hours +0 of 2 {2}\(0\)\n/);
});

test('without copies the chance rate is not known, which is not 0', () => {
  const file = fileOf('no-copies.csv', shares);
  const [, groups] = written(file, '--copies', '0');
  expect(groups.split('\n')[1]).toMatch(/^g1,g0,6,[^,]+,$/);
  expect(coordination(file, '--copies', '0', '--json').summary().largest[0].chanceRate).toBeNull();
  expect(coordination(file, '--copies', '0').stdout).toContain('not known: no copies');
});

test('a text goes on for as long as the widest window', () => {
  const post = (user: string, at: number) => `banjir besar melanda kota kami sejak tadi malam,${user},${at}`;
  writeFileSync(path('texts.csv'), `text,user,at\n${post('ani', 1_600_000_000)}\n${post('budi', 1_600_090_000)}\n`);
  const words = [path('texts.csv'), '--format', 'csv', '--map', 'object=text,account=user,time=at', '--json'];
  words.push('--behaviour', 'CO_TEXT', '--text-window', '3600');
  expect(coordination(...words, '--windows', '60,100000').summary().objects).toBe(1);
  expect(coordination(...words, '--windows', '60,600').summary().objects).toBe(2);
});

test('an option that changes nothing is refused: of the other mode, or of CO_TEXT for another behaviour', () => {
  const file = fileOf('options.csv', organic);
  for (const words of [
    ['--window', '60'],
    ['--similarity', '0.8'],
    ['--text-window', '9'],
  ]) {
    const { status, stderr } = coordination(file, ...words);
    expect([status, stderr]).toEqual([2, expect.stringMatching(`BAD_PARAMETERS[\\s\\S]*at: ${words[0]}\n`)]);
  }
});

test('a folder that is not there is told before the work, not after it', () => {
  const file = fileOf('nowhere.csv', organic);
  for (const output of ['--edges', '--groups', '--explanations']) {
    const { status, stderr } = coordination(file, output, path('nowhere/out.csv'), '--validate', '1');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/BAD_PARAMETERS: .*\(ENOENT\)\n {2}at: .*out\.csv/)]);
    expect(stderr).not.toMatch(/detect|validate/);
  }
});

test('a validation can be stopped, and nothing is written then', async () => {
  const words = [
    fileOf('stopped.csv', shares),
    '--validate',
    '5000',
    '--threads',
    '1',
    '--edges',
    path('stopped-edges.csv'),
  ];
  const child = spawn(process.execPath, [compiledModule('cli/main.js'), 'coordination', ...words]);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
    // Once: a second one ends the process at once.
    if (/validate/.test(said) && !child.killed) child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(said).toMatch(/stopping …[\s\S]*STOPPED: .*stopped on request/);
  expect(code).toBe(130);
  expect(() => readFileSync(path('stopped-edges.csv'))).toThrow('ENOENT');
});
