import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.js';

let folder: string;
let databases: Database[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-database-'));
  databases = [0, 1].map(() => new Database(join(folder, 'store.db')));
  databases[0]!.exec('CREATE TABLE t (x)');
});
afterEach(() => {
  for (const database of databases) database.close();
  rmSync(folder, { recursive: true });
});

test('one who serves waits for a writer without holding up the others, and says so when that takes too long', async () => {
  const [writer, server] = databases as [Database, Database];
  const put = () => server.run('INSERT INTO t VALUES (1)');
  writer.exec('BEGIN IMMEDIATE');
  await expect(server.transactionWhenFree(put, 0)).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining('another process was writing'),
  });
  const waiting = server.transactionWhenFree(put);
  // The event loop is free meanwhile: this comes before the writer is done.
  await new Promise((done) => setImmediate(done));
  writer.exec('COMMIT');
  await waiting;
  await expect(
    server.transactionWhenFree(() => {
      put();
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(writer.get('SELECT count(*) AS rows FROM t')).toEqual({ rows: 1 });
});
