import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emergingIssue, emergingSearch } from '../../test/builders/emerging.js';
import { Database } from './database.js';
import { EmbeddedEmergingStore } from './emerging/emerging-store.js';
import { migrate } from './migrate.js';
import { EmbeddedFindingStore } from './runs/finding-store.js';

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
