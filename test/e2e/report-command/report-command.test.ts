import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import type { ScenarioTruth } from '#simulator/truth.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type Ended, startJejaring } from '../map-command/jejaring-command.js';

// From a scenario to a report, as a person at a terminal does it.
const { id: issueId, title, query } = DEMO_ISSUE;
let folder: string;
let truth: ScenarioTruth;
const jejaring = (...words: string[]): Promise<Ended> => startJejaring(folder, words);
const report = async (name: string, ...words: string[]): Promise<string> => {
  const file = join(folder, name);
  const ended = await jejaring('report', issueId, '--out', file, ...words);
  expect([ended.code, ended.stderr]).toEqual([0, expect.anything()]);
  return readFile(file, 'utf8');
};

beforeAll(async () => {
  folder = await unusedDataFolder(await mkdtemp(join(tmpdir(), 'jejaring-report-')));
  const files = { out: join(folder, 'flood.ndjson'), truth: join(folder, 'truth.json') };
  await jejaring('simulate', '--out', files.out, '--truth', files.truth, '--mentions', '3000', '--accounts', '3000');
  truth = JSON.parse(await readFile(files.truth, 'utf8')) as ScenarioTruth;
  await jejaring('seed');
  expect((await jejaring('import', files.out)).code).toBe(0);
  await jejaring('issue', 'add', '--id', issueId, '--title', title, '--query', query, '--owner', 'bnpb');
});
afterAll(() => rm(folder, { recursive: true }));

test('an issue that was never mapped has no report yet, and the message says what to do', async () => {
  const early = await jejaring('report', issueId, '--out', join(folder, 'early.html'));
  expect(early.code).toBe(1);
  expect(early.stderr).toContain('NO_RUN_YET');
  expect(early.stderr).toContain(`jejaring map ${issueId}`);
  expect((await jejaring('report', 'no-such-issue', '--out', join(folder, 'none.html'))).stderr).toContain('NOT_FOUND');
});

describe('after the issue was mapped', () => {
  beforeAll(async () => {
    expect((await jejaring('map', issueId, '--copies', '4')).code).toBe(0);
  });

  test('the report of the newest run is written, in Indonesian by default, and again with the same bytes', async () => {
    const html = await report('first.html');
    expect(html).toContain('<html lang="id">');
    expect(html).toContain(title);
    expect(html).toContain('Badan Nasional Penanggulangan Bencana');
    expect(await report('second.html')).toBe(html);
  });

  test('it shows the planted group and the declared accounts by name', async () => {
    const html = await report('english.html', '--lang', 'en', '--zone', 'wit');
    expect(html).toContain('Times in WIT (UTC+9)');
    expect(html).toContain(`${truth.groups[0]!.members.length} of ${truth.groups[0]!.members.length}`);
    expect(html).toContain('@bnpb_simulasi');
    expect(html).toContain('BNPB · L0');
  });

  test('it holds no handle and no native id of a private account, and no mention id', async () => {
    const html = await report('private.html');
    const lines = (await readFile(join(folder, 'flood.ndjson'), 'utf8')).trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { type: string; id: string; account?: { id: string } });
    const known = new Set(truth.agencies.flatMap(({ accounts }) => accounts.map(({ id }) => id)));
    for (const { id } of truth.news.outlets) known.add(id);
    const numbers = new Set(html.match(/\d{8,}/g));
    const leaked = records.flatMap(({ type, id, account }) => {
      const person = account === undefined || known.has(account.id) ? [] : [account.id];
      return [...(type === 'mention' ? [id] : []), ...person].filter((native) => numbers.has(native));
    });
    expect(leaked).toEqual([]);
    expect(html).not.toContain('warga_');
  });

  test('a run can be named; a wrong run, language or folder is refused', async () => {
    const html = await report('newest.html');
    const runId = /--run (\S+)/.exec(html)![1]!;
    expect(await report('named.html', '--run', runId)).toBe(html);
    const wrong = (...words: string[]) => jejaring('report', issueId, ...words);
    expect(await wrong('--out', join(folder, 'x.html'), '--run', 'none')).toMatchObject({ code: 1 });
    expect(await wrong('--out', join(folder, 'x.html'), '--lang', 'xx')).toMatchObject({ code: 2 });
    expect(await wrong('--out', join(folder, 'nowhere', 'x.html'))).toMatchObject({ code: 2 });
  });

  test('a report on a run from before the query changed says so, in the file and on stderr', async () => {
    expect((await jejaring('report', issueId, '--out', join(folder, 'fresh.html'))).stderr).not.toContain('version');
    expect((await jejaring('issue', 'query', issueId, `${query} OR genangan`)).code).toBe(0);
    const file = join(folder, 'stale.html');
    const stale = await jejaring('report', issueId, '--out', file, '--lang', 'en');
    expect(stale).toMatchObject({ code: 0, stderr: expect.stringContaining(`jejaring map ${issueId}`) });
    expect(await readFile(file, 'utf8')).toContain('the query is now at version 2');
  });
});
