import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { compiledModule } from '#platform/package-root.js';

// Whole processes on a machine that may be busy.
const HEADER = 'object_id,account_id,content_id,timestamp_share\n';
const ROWS = 12_000;
const KILLS = 3;
/** Characters of a line that are not yet there. */
const CUT = 7;
const folder = mkdtempSync(join(tmpdir(), 'jejaring-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

/** Shares by few accounts of many objects, some of them late, some too late, some told twice. */
function shares(): string[] {
  const random = xoroshiro128plus(5);
  const below = (n: number) => uniformInt(random, 0, n - 1);
  let now = 1_600_000_000;
  const rows: string[] = [];
  for (let i = 0; i < ROWS; i++) {
    now += below(12);
    const late = [0, 0, 0, 0, 0, 20, 300, 5000][below(8)]!;
    const again = below(20) === 0 ? rows.at(-1 - below(5)) : undefined;
    rows.push(again ?? `o${Math.floor(i / 30) + below(3)},a${below(below(60) + 1)},"c,${i}",${now - late}\n`);
  }
  return rows;
}

function start(feed: string, name: string, ...words: string[]): ChildProcess {
  const outputs = ['edges', 'actions', 'out', 'state'].flatMap((kind) => [`--${kind}`, inFolder(`${name}.${kind}`)]);
  const options = ['--horizon', '3', '--every', '300', '--save-every', '1', '--min-weight', '3'];
  const command = [compiledModule('cli/main.js'), 'watch', feed, ...options, ...outputs, ...words];
  return spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr!.on('data', (part) => (stderr += part));
  const [code] = await once(child, 'close');
  return { code, stderr };
}

function savedOffset(name: string): number {
  if (!existsSync(inFolder(`${name}.state`))) return 0;
  return JSON.parse(readFileSync(inFolder(`${name}.state`), 'utf8').split('\n', 1)[0]!).place.position.offset;
}

async function untilSavedBeyond(name: string, offset: number): Promise<void> {
  while (savedOffset(name) <= offset) await pause(20);
}

test('a watch that is killed again and again, and goes on, has the network and the looks of one that ran through', async () => {
  const rows = shares();
  const whole = inFolder('whole.csv');
  writeFileSync(whole, HEADER + rows.join(''));
  expect((await ended(start(whole, 'through'))).code).toBe(0);

  const growing = inFolder('growing.csv');
  writeFileSync(growing, HEADER);
  const part = rows.length / (2 * KILLS + 1);
  let owed = '';
  const append = (n: number, cut = 0) => {
    const text = owed + rows.slice(n * part, (n + 1) * part).join('');
    owed = text.slice(text.length - cut);
    appendFileSync(growing, text.slice(0, text.length - cut));
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const before = savedOffset('killed');
    const child = start(growing, 'killed', '--follow');
    const end = ended(child);
    append(2 * kill);
    await untilSavedBeyond('killed', before);
    // These are taken, and told of, but perhaps not saved; the writer has only written a part of the last line.
    append(2 * kill + 1, CUT);
    await pause(300 * kill);
    child.kill('SIGKILL');
    expect((await end).code).toBeNull();
  }
  append(2 * KILLS);
  const { code, stderr } = await ended(start(growing, 'killed'));
  expect(code).toBe(0);
  expect(stderr).toMatch(/going on from .*: \d+ actions kept/);
  for (const kind of ['edges', 'actions', 'out']) {
    const [through, killed] = ['through', 'killed'].map((name) => readFileSync(inFolder(`${name}.${kind}`), 'utf8'));
    expect(through!.length).toBeGreaterThan(1000);
    const differs = through!.split('\n').findIndex((line, i) => line !== killed!.split('\n')[i]);
    expect([kind, differs, killed!.split('\n')[differs]]).toEqual([kind, -1, undefined]);
    expect(killed).toHaveLength(through!.length);
  }
});

test('a line that is still being written when a run ends is read whole by the next one', async () => {
  const feed = inFolder('half.csv');
  writeFileSync(feed, `${HEADER}u1,ani,1,1600000000\nu1,budi,2,16000000`);
  const first = await ended(start(feed, 'half'));
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('the last 18 bytes are no whole line yet')]);
  appendFileSync(feed, '10\nu1,citra,3,1600000020\n');
  expect((await ended(start(feed, 'half'))).code).toBe(0);
  expect(readFileSync(inFolder('half.actions'), 'utf8')).toBe(readFileSync(feed, 'utf8'));
});

test('the last line of a file that is replaced is taken, and so is the new file', async () => {
  const feed = inFolder('turned.csv');
  writeFileSync(feed, `${HEADER}u1,ani,1,1600000000\n`);
  const child = start(feed, 'turned', '--follow');
  const end = ended(child);
  await untilSavedBeyond('turned', 0);
  const before = savedOffset('turned');
  appendFileSync(feed, 'u1,budi,2,1600000010');
  writeFileSync(`${feed}.new`, `${HEADER}u1,citra,3,1600000020\nu1,dewi,4,1600000030\n`);
  renameSync(`${feed}.new`, feed);
  await untilSavedBeyond('turned', before);
  child.kill('SIGTERM');
  expect((await end).code).toBe(130);
  const actions = readFileSync(inFolder('turned.actions'), 'utf8');
  for (const account of ['ani', 'budi', 'citra', 'dewi']) expect(actions).toContain(account);
});

test('SIGTERM ends a watch with its state saved', async () => {
  const feed = inFolder('followed.csv');
  writeFileSync(feed, `${HEADER}u1,ani,1,1600000000\nu1,budi,2,1600000010\n`);
  const child = start(feed, 'stopped', '--follow');
  const end = ended(child);
  await untilSavedBeyond('stopped', 0);
  child.kill('SIGTERM');
  const { code, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toContain('2 actions taken, 2 in the horizon');
  expect(stderr).toContain('coordination');
  expect(readFileSync(inFolder('stopped.actions'), 'utf8').split('\n')).toHaveLength(4);
});

test('a state of other parameters, and a damaged one, are refused', async () => {
  const feed = inFolder('again.csv');
  writeFileSync(feed, `${HEADER}u1,ani,1,1600000000\n`);
  expect((await ended(start(feed, 'again'))).code).toBe(0);
  const other = await ended(start(feed, 'again', '--window', '10'));
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('The state was made with --window 60')]);
  const state = readFileSync(inFolder('again.state'), 'utf8');
  writeFileSync(inFolder('again.state'), state.slice(0, state.indexOf('\n') + 1));
  const damaged = await ended(start(feed, 'again'));
  expect([damaged.code, damaged.stderr]).toEqual([1, expect.stringContaining('not a whole one')]);
});

test('NDJSON from a pipe: what is new as JSON, and all that was left out is said', async () => {
  const map = 'object=hashtags,account=author.id,time=at,content=id';
  const words = ['watch', '-', '--format', 'ndjson', '--map', map, '--min-weight', '2', '--json'];
  const child = spawn(process.execPath, [compiledModule('cli/main.js'), ...words]);
  const post = (id: number, who: string, at: number) =>
    `${JSON.stringify({ id, author: { id: who }, at, hashtags: ['banjir', 'jakarta'] })}\n`;
  const [ani, budi] = [post(1, 'ani', 1_600_000_000), post(2, 'budi', 1_600_000_030)];
  child.stdin.end(`${ani}${budi}${ani}no json\n${post(3, 'citra', 1_599_990_000)}${post(4, 'dewi', 4_000_000_000)}`);
  let stdout = '';
  child.stdout.on('data', (text) => (stdout += text));
  const { code, stderr } = await ended(child);
  expect(code).toBe(3);
  const look = JSON.parse(stdout);
  expect(look).toMatchObject({ at: '2020-09-13T12:27:10.000Z', mode: 'compatible', pairsAbove: 1, actions: 4 });
  expect(look.note).toContain('fixed threshold');
  expect(look.pairs).toEqual([expect.objectContaining({ from: 'ani', to: 'budi', weight: 2, objects: 2 })]);
  expect(look.groups).toEqual([{ members: ['ani', 'budi'], joined: ['ani', 'budi'] }]);
  for (const said of ['4 actions taken', '2 repeated', '2 came later', '2 are ahead', '1 rows could not be read'])
    expect(stderr).toContain(said);
});
