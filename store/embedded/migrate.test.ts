import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { EmbeddedRunStore } from './runs/run-store.js';
import { SCHEMA_1 } from './schema.js';

const RUN = `INSERT INTO run (name, issue_id, query_version, state, input_hash, parameters, code_version, counts, timings,
  started_at) VALUES (?, 1, 1, ?, '', '{}', '', '{}', '{}', ?)`;

test('of the runs of version 1 the newest that was done keeps being the latest, and no other can become it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-migrate-'));
  const database = new Database(join(folder, 'store.db'));
  try {
    database.exec(`${SCHEMA_1} PRAGMA user_version = 1;
      INSERT INTO issue VALUES (1, 'i', '', '', 1, NULL, '[]', 0, 0)`);
    for (const [name, state, at] of [
      ['old', 'DONE', 1],
      ['last', 'DONE', 2],
      ['failed', 'FAILED', 3],
    ] as const)
      database.run(RUN, name, state, at);
    migrate(database);
    const runs = new EmbeddedRunStore(database);
    expect((await runs.latest(['i']))[0]!.id).toBe('last');
    expect((await runs.latest(['i']))[0]).toMatchObject({
      engineReason: null,
      parameters: { engine: 'IN_PROCESS', communityMethod: 'LOUVAIN' },
    });
    database.run("UPDATE run SET state = 'RUNNING' WHERE name = 'last'");
    expect(await runs.latest(['i'])).toEqual([null]);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});
