import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { emergingIssue, emergingSearch } from '../../test/builders/emerging.js';
import { Database } from './database.js';
import { EmbeddedEmergingStore } from './emerging/emerging-store.js';
import { migrate } from './migrate.js';
import { EmbeddedFindingStore } from './runs/finding-store.js';
import { EmbeddedJobQueue } from './runs/job-queue.js';

let folder: string;
let databases: Database[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-decisions-'));
  databases = [0, 1].map(() => new Database(join(folder, 'store.db')));
  migrate(databases[0]!);
});
afterEach(() => {
  for (const database of databases) database.close();
  rmSync(folder, { recursive: true });
});

test('what people decide waits for a writer without holding up the others of a server', async () => {
  const [writer, server] = databases as [Database, Database];
  const emerging = new EmbeddedEmergingStore(server, Date.now);
  const search = emergingSearch('s', 3);
  await emerging.put(search, [emergingIssue(['a'], search.to)]);
  const [found] = (await emerging.page(null, { first: 1, after: null })).items;
  writer.exec('BEGIN IMMEDIATE');
  const said = { by: 'Sari', reason: 'libur' };
  const decided = emerging.decide({
    ...{ ...said, id: 'd', candidateId: found!.node.id, verdict: 'DISMISSED', issueId: null },
  });
  const reviewed = new EmbeddedFindingStore(server, Date.now).review('none', {
    ...{ ...said, id: 'r', verdict: 'CONFIRM', agencyId: null, explanations: [] },
  });
  const outcomes = Promise.allSettled([decided, reviewed]);
  // The event loop is free meanwhile: this comes before the writer is done.
  await new Promise((done) => setImmediate(done));
  writer.exec('COMMIT');
  expect(await outcomes).toMatchObject([
    { status: 'fulfilled', value: { state: 'DISMISSED' } },
    { status: 'rejected', reason: { code: 'NOT_FOUND' } },
  ]);
});

test('a worker of the hub and those who ask for maps wait for a writer without holding up the others', async () => {
  const [writer, server] = databases as [Database, Database];
  server.exec("INSERT INTO issue VALUES (1, 'i', '', '', 1, NULL, '[]', 0, 0)");
  const jobs = new EmbeddedJobQueue(server, Date.now);
  const first = await jobs.request('i', DEFAULT_RUN_PARAMETERS);
  writer.exec('BEGIN IMMEDIATE');
  const claimed = jobs.claim('w', 1000);
  const asked = jobs.request('i', { ...DEFAULT_RUN_PARAMETERS, seed: 2 });
  const stopped = jobs.stop('none');
  const outcomes = Promise.allSettled([claimed, asked, stopped]);
  await new Promise((done) => setImmediate(done));
  writer.exec('COMMIT');
  expect(await outcomes).toMatchObject([
    { status: 'fulfilled', value: { id: first.id, state: 'RUNNING' } },
    { status: 'fulfilled', value: { state: 'QUEUED' } },
    { status: 'rejected', reason: { code: 'NOT_FOUND' } },
  ]);
  writer.exec('BEGIN IMMEDIATE');
  const reported = jobs.report(first.id, 'w', 1000, { stage: 'map', done: 1, total: 2 });
  const finished = reported.then(() => jobs.finish(first.id, 'w', { state: 'DONE', runId: null, error: null }));
  await new Promise((done) => setImmediate(done));
  writer.exec('COMMIT');
  expect([await reported, await finished]).toEqual([true, undefined]);
  expect(await jobs.get([first.id])).toMatchObject([{ state: 'DONE', progress: { done: 1 } }]);
});
