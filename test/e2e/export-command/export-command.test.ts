import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { readGexf } from '../../builders/read-exports.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type Ended, startJejaring } from '../map-command/jejaring-command.js';

// From a scenario to a network in Gephi and to a picture, as a person at a terminal does it, on whichever store is set.
const { id: issueId, title, query } = DEMO_ISSUE;
let folder: string;
const jejaring = (...words: string[]): Promise<Ended> => startJejaring(folder, words);
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await unusedDataFolder(await mkdtemp(join(tmpdir(), 'jejaring-export-')));
  const made = ['--out', at('flood.ndjson'), '--truth', at('truth.json'), '--mentions', '2000', '--accounts', '2000'];
  await jejaring('simulate', ...made);
  await jejaring('seed');
  expect((await jejaring('import', at('flood.ndjson'))).code).toBe(0);
  await jejaring('issue', 'add', '--id', issueId, '--title', title, '--query', query, '--owner', 'bnpb');
  expect((await jejaring('export', issueId, '--out', at('early.gexf'))).stderr).toContain('NO_RUN_YET');
  expect((await jejaring('map', issueId, '--copies', '2')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

test('an export has the whole network, public accounts by name, and says what it wrote', async () => {
  const ended = await jejaring('export', issueId, '--out', at('flood.gexf'), '--groups');
  expect(ended.code).toBe(0);
  const graph = readGexf(await readFile(at('flood.gexf'), 'utf8'));
  const about = JSON.parse(await readFile(at('flood.gexf.about.json'), 'utf8'));
  expect(about.counts).toMatchObject({ nodes: graph.order, edges: graph.size });
  expect(ended.stdout).toContain(`${graph.order.toLocaleString('en')} accounts and`);
  expect(about.times).toMatch(/^UTC/);
  const labels = graph.mapNodes((_, { label }) => label as string);
  expect(labels.filter((label) => label === '@bnpb_simulasi')).toHaveLength(1);
  expect(labels.join()).not.toContain('warga_');
  await jejaring('export', issueId, '--format', 'csv', '--out', at('csv'));
  expect((await readdir(at('csv'))).sort()).toEqual(['about.json', 'edges.csv', 'nodes.csv']);
  const aFile = await jejaring('export', issueId, '--out', at('flood.csv'));
  expect([aFile.code, aFile.stderr]).toEqual([2, expect.stringContaining('--format csv and name a folder')]);
});

test('pictures come as SVG and PNG, in both languages', async () => {
  expect((await jejaring('picture', issueId, '--out', at('flood.svg'))).code).toBe(0);
  expect(await readFile(at('flood.svg'), 'utf8')).toContain('Jejaring penyebaran');
  expect((await jejaring('picture', issueId, '--out', at('flood.png'), '--lang', 'en')).code).toBe(0);
  expect((await readFile(at('flood.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('places that cannot be written, names that tell no format, and the store itself are refused before anything is read', async () => {
  await mkdir(at('taken'), { recursive: true });
  const refused = async (...words: string[]) => {
    const ended = await jejaring(...words);
    expect([words, ended.code, ended.stderr]).toEqual([words, 2, expect.stringContaining('BAD_PARAMETERS')]);
  };
  for (const command of ['export', 'picture']) {
    await refused(command, issueId, '--out', at('flood.txt'));
    await refused(command, issueId, '--out', join(folder, 'nowhere', command === 'export' ? 'x.gexf' : 'x.svg'));
  }
  await refused('export', issueId, '--out', at('taken'), '--format', 'gexf');
  await refused('export', issueId, '--out', at('truth.json'), '--format', 'csv');
  await refused('export', issueId, '--out', at('jejaring.db'), '--format', 'json');
});

test('Ctrl-C stops an export and leaves nothing of it', async () => {
  let sent = false;
  const ended = await startJejaring(folder, ['export', issueId, '--out', at('stopped.gexf')], (_, child) => {
    if (sent) return;
    sent = true;
    child.kill('SIGINT');
  });
  // What it had written before the signal came is whole; else there is nothing.
  expect([0, 130]).toContain(ended.code);
  expect(existsSync(at('stopped.gexf'))).toBe(ended.code === 0);
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
});
