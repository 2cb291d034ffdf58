import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compiledModule } from '#platform/package-root.js';
import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import { writeScenario } from '#simulator/write-scenario.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';

const folder = await unusedDataFolder(mkdtempSync(join(tmpdir(), 'jejaring-emerging-')));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'posts.ndjson');
const quiet = { hoax: { ...DEFAULT_SCENARIO.hoax, roots: 0, clarifications: 0 }, groups: [] };

beforeAll(async () => {
  const emerging = [
    { name: 'jembatan', atDay: 6.3, accounts: 40, fadeHours: 2, carries: ['HASHTAG', 'LINK', 'TEXT'] },
    { name: 'pasar', atDay: 6.5, accounts: 25, fadeHours: 2, carries: ['HASHTAG'] },
  ] as const;
  const news = { ...DEFAULT_SCENARIO.news, stories: 0 };
  await writeScenario({ ...DEFAULT_SCENARIO, ...quiet, mentions: 4000, news, emerging }, { out: file, truth: null });
});

function jejaring(...words: string[]) {
  const environment = { ...process.env, JEJARING_DATA: folder, LOG_LEVEL: 'info' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiledModule('cli/main.js'), ...words], {
    encoding: 'utf8',
    env: environment,
  });
  return { status, stdout, stderr };
}

interface Found {
  readonly total: number;
  readonly looked: { readonly mentions: number };
  readonly candidates: readonly {
    readonly objects: readonly { readonly kind: string; readonly name: string }[];
    readonly firstAccounts: readonly { readonly account: string }[];
    readonly examples: readonly { readonly text: string | null }[];
  }[];
}

const names = ({ candidates }: Found) => candidates.map(({ objects }) => objects.map(({ name }) => name));
const JEMBATAN = expect.arrayContaining(['kabarjembatan', 'https://warta.example/jembatan']);

test('a file and a store give the same candidates; an issue takes what it holds off the list', () => {
  const out = join(folder, 'candidates.csv');
  const inFile = jejaring('emerging', file, '--json', '--out', out);
  expect(inFile.status).toBe(0);
  const ofFile = JSON.parse(inFile.stdout) as Found;
  expect(names(ofFile)).toEqual([JEMBATAN, ['kabarpasar']]);
  expect(ofFile.candidates[0]!.examples[0]!.text).toContain('jembatan gantung jembatan putus');
  const [header, ...rows] = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(header).toMatch(/^candidate,kind,object,from,to,accounts,expected,p,q,/);
  expect(rows.map((row) => row.split(',')[0])).toEqual(['1', '1', '1', '2']);

  expect(jejaring('import', file).status).toBe(0);
  const ofStore = JSON.parse(jejaring('emerging', '--json').stdout) as Found;
  expect(names(ofStore)).toEqual(names(ofFile));
  expect(ofStore.candidates.map(({ examples }) => examples.map(({ text }) => text))).toEqual(
    ofFile.candidates.map(({ examples }) => examples.map(({ text }) => text)),
  );
  expect(ofStore.candidates[0]!.firstAccounts[0]!.account).not.toContain(':');

  expect(jejaring('issue', 'add', '--id', 'j', '--title', 'j', '--query', '#kabarjembatan').status).toBe(0);
  expect(names(JSON.parse(jejaring('emerging', '--json').stdout) as Found)).toEqual([['kabarpasar']]);
  const { stdout } = jejaring('emerging', '--skip', '1');
  expect(stdout).toContain('1 candidate, none shown');
});

test('kept candidates are listed, dismissed and taken up; searching again changes nothing of that', () => {
  const add = jejaring('emerging', '--keep', '--json');
  expect(add.stderr).toMatch(/kept: search \S+ and its candidate: jejaring emerging list/);
  const list = (...words: string[]) => {
    const { stdout } = jejaring('emerging', 'list', ...words, '--json', '--data', folder);
    return (JSON.parse(stdout) as { candidates: { id: string; state: string; issueId: string | null }[] }).candidates;
  };
  const [first, ...none] = list();
  const id = first!.id;
  expect(none).toEqual([]);
  const said = ['--by', 'Sari', '--reason', 'Pasar malam.', '--decision', 'd1'];
  for (const _ of [1, 2]) expect(jejaring('emerging', 'dismiss', id, ...said).status).toBe(0);
  jejaring('emerging', '--keep');
  expect(list()).toMatchObject([{ id, state: 'DISMISSED' }]);
  const taken = ['take-up', id, '--id', 'pasar', '--title', 'Pasar', '--by', 'Budi', '--reason', 'Bukan.'];
  expect(jejaring('emerging', ...taken).stdout).toMatch(/taken up as issue pasar \(#kabarpasar\): \d+ mentions/);
  expect(jejaring('emerging', 'list').stdout).toMatch(/#kabarpasar {2}TAKEN_UP as pasar/);
  expect(list('--state', 'CANDIDATE')).toEqual([]);
  expect(jejaring('emerging', '--json', '--keep').stdout).toContain('"total": 0');
  expect(jejaring('emerging', ...taken).stderr).toContain('this was taken up as issue pasar');
  expect(jejaring('emerging', file, '--keep').stderr).toContain('--keep');
});

test('rows left out, a file cut short and dates astray are told, and change nothing of the candidates', () => {
  const text = readFileSync(file, 'utf8');
  const sound = jejaring('emerging', file, '--json');
  const stray = text
    .split('\n')
    .find((line) => line.includes('"type":"mention"'))!
    .replace(/"publishedAt":[^,}]+/, '"publishedAt":"2001-01-01T00:00:00Z"')
    .replace(/"id":"/, '"id":"stray');
  const odd = join(folder, 'odd.ndjson');
  writeFileSync(odd, `${stray}\n{"type":"mention"}\n${text}`);
  const astray = jejaring('emerging', odd, '--json');
  expect(astray.status).toBe(3);
  expect(astray.stderr).toContain('1 mentions are not in these hours or the four weeks before, and left out');
  expect(JSON.parse(astray.stdout)).toEqual(JSON.parse(sound.stdout));
  const cut = join(folder, 'cut.ndjson.gz');
  writeFileSync(cut, gzipSync(text).subarray(0, -2_000));
  const damaged = jejaring('emerging', cut);
  expect([damaged.status, damaged.stderr]).toEqual([1, expect.stringContaining('could not be read to its end')]);
});

test('says what is wrong with its options, its file and an empty store', () => {
  expect(jejaring('emerging', '--since', 'kemarin')).toMatchObject({ status: 2 });
  expect(jejaring('emerging', file, '--zone', 'Kota/Fiktif').stderr).toContain('--zone');
  expect(jejaring('emerging', '--format', 'csv').stderr).toContain('This is for a file');
  expect(jejaring('emerging', file, '--data', folder).stderr).toContain('A file is read without a store');
  expect(jejaring('emerging', file, '--since', '2030-01-01').stderr).toContain('There is no hour');
  const short = join(folder, 'short.ndjson');
  writeFileSync(
    short,
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('2026-03-08'))
      .join('\n'),
  );
  const { status, stderr } = jejaring('emerging', short);
  expect(status).toBe(0);
  expect(stderr).toContain('have less than three days of mentions before them and were not looked at');
});
