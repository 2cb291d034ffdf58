import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WindowOutcome } from '#domain/detection.js';
import type { CoTimedEdge } from '#domain/finding.js';
import type { Issue } from '#domain/issue.js';
import type { Job } from '#domain/job.js';
import type { Run } from '#domain/run.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type Ended, startJejaring } from './jejaring-command.js';

// From an export file to a run, as a person at a terminal does it.
let folder: string;
const jejaring = (...words: string[]): Promise<Ended> => startJejaring(folder, words);
const json = async <Result>(...words: string[]): Promise<Result> => {
  const ended = await jejaring(...words, '--json');
  expect([ended.code, ended.stderr]).toEqual([0, expect.anything()]);
  return JSON.parse(ended.stdout) as Result;
};

beforeAll(async () => {
  folder = await unusedDataFolder(await mkdtemp(join(tmpdir(), 'jejaring-map-')));
  const file = join(folder, 'flood.ndjson');
  const simulated = await jejaring(
    'simulate',
    '--out',
    file,
    '--mentions',
    '2000',
    '--accounts',
    '3000',
    '--days',
    '2',
  );
  expect([simulated.code, simulated.stderr]).toEqual([0, expect.anything()]);
  await jejaring('seed');
  expect((await jejaring('import', file)).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

test('a query with a mistake is shown with a caret under it, and nothing is added', async () => {
  const refused = await jejaring('issue', 'add', '--id', 'banjir', '--title', 'Banjir', '--query', 'banjir AND (macet');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^banjir AND \(macet\n +\^\nBAD_ISSUE_QUERY: /);
  expect(await json('issue', 'list')).toEqual({ issues: [], next: null });
});

test('an issue is added, listed, shown, and its query changed', async () => {
  const add = ['issue', 'add', '--id', 'banjir', '--title', 'Banjir', '--shared-with', '32,31', '--query', 'banjir'];
  const added = await json<Issue & { mentions: number }>(...add);
  expect(added).toMatchObject({ id: 'banjir', queryVersion: 1, sharedWith: ['31', '32'] });
  expect(added.mentions).toBeGreaterThan(50);
  expect((await jejaring(...add)).stderr).toContain('ISSUE_EXISTS');
  await json('issue', 'add', '--id', 'semua', '--title', 'Semua', '--query', 'since:2026-01-01');
  const first = await json<{ issues: Issue[]; next: string }>('issue', 'list', '--first', '1');
  const second = await json<{ issues: Issue[]; next: null }>('issue', 'list', '--first', '1', '--after', first.next);
  expect([...first.issues, ...second.issues].map(({ id }) => id)).toEqual(['banjir', 'semua']);
  expect(second.next).toBeNull();
  const shared = await json<Issue>('issue', 'share', 'banjir', '--not-with', '32');
  expect(shared.sharedWith).toEqual(['31']);
  const changed = await json<Issue & { mentions: number }>('issue', 'query', 'banjir', 'banjir OR #banjir');
  expect(changed.queryVersion).toBe(2);
  expect(changed.mentions).toBeGreaterThanOrEqual(added.mentions);
  const shown = await json<{ versions: object[]; latestRun: null }>('issue', 'show', 'banjir');
  expect(shown).toMatchObject({ versions: [{ query: 'banjir' }, { query: 'banjir OR #banjir' }], latestRun: null });
});

/** What `map --json` prints, as far as it is looked at here. */
interface Mapped {
  readonly run: Run;
  readonly cascades: { readonly count: number };
  readonly windows: readonly WindowOutcome[] | null;
  readonly groups: readonly { readonly edges: number; readonly strongestEdges: readonly CoTimedEdge[] }[];
}

test('in compatible mode nothing is tested: no figures against chance, no table of windows', async () => {
  const { windows, groups } = await json<Mapped>('map', 'semua', '--copies', '0', '--mode', 'compatible');
  expect(windows).toBeNull();
  expect(groups.length).toBeGreaterThan(0);
  for (const { strongestEdges } of groups) for (const { tests } of strongestEdges) expect(tests).toBeNull();
});

test('maps the issue, and maps it again to the same run', async () => {
  const table = await jejaring('map', 'semua', '--copies', '2');
  expect(table.code).toBe(0);
  for (const heading of ['counts', 'largest cascades', 'largest communities', 'co-timed groups', 'timings'])
    expect(table.stdout).toContain(heading);
  expect(table.stdout).toMatch(/each window alone .*\n +10 s .*\n +60 s .*\n +600 s .*\n +3600 s /);
  const again = await json<Mapped>('map', 'semua', '--copies', '2');
  expect(again.windows?.map(({ windowSeconds }) => windowSeconds)).toEqual([10, 60, 600, 3600]);
  expect(table.stdout).toContain(again.run.id);
  expect(again.run.state).toBe('DONE');
  expect(again.cascades.count).toBe(again.run.counts.cascades);
  expect(await json('issue', 'show', 'semua')).toMatchObject({ latestRun: { id: again.run.id } });
});

test('Ctrl-C leaves the run STOPPED with exit code 130, and it can be started again', async () => {
  const words = ['map', 'semua', '--copies', '1000', '--seed', '9'];
  let interrupted = false;
  const stopped = await startJejaring(folder, words, (said, child) => {
    if (!interrupted && said.includes('extract')) interrupted = child.kill('SIGINT');
  });
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('STOPPED');
  expect(stopped.stdout).toBe('');
  const done = await jejaring('map', 'semua', '--copies', '3', '--seed', '9');
  expect(done.code).toBe(0);
});

test('faults are told with their codes: 1 for what is not there, 2 for wrong words', async () => {
  const missing = await jejaring('map', 'gempa');
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringMatching(/^NOT_FOUND/)]);
  const wrong = await jejaring('map', 'semua', '--window', 'wide', '--behaviours', 'CO_DANCE');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/--behaviours: .*--window: .*not "wide"/s);
  const unknown = await jejaring('map', 'semua', '--windw', '60');
  expect([unknown.code, unknown.stderr.trim().split('\n')]).toEqual([
    2,
    [
      "error: unknown option '--windw'",
      '(Did you mean --window?)',
      expect.stringContaining('see "jejaring map --help"'),
    ],
  ]);
});

test('a queued job is run by the worker', async () => {
  const words = ['issue', 'queue', 'banjir', '--copies', '1'];
  const job = await json<Job>(...words);
  expect((await json<Job>(...words)).id).toBe(job.id);
  const worker = await jejaring('worker', '--once');
  expect([worker.code, worker.stderr]).toEqual([0, expect.stringContaining('job finished')]);
  expect(await json('issue', 'show', 'banjir')).toMatchObject({ latestRun: { state: 'DONE', queryVersion: 2 } });
});

test('a waiting worker stops on SIGTERM', async () => {
  const stopped = await startJejaring(folder, ['worker', '--poll', '1'], (said, child) => {
    if (said.includes('waiting for jobs') && !child.killed) child.kill('SIGTERM');
  });
  expect([stopped.code, stopped.stderr]).toEqual([0, expect.stringContaining('"stopped"')]);
});
