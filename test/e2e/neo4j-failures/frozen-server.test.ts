import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { OwnServer } from '../../neo4j/own-server.js';
import { testConnection } from '../../neo4j/test-database.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { startImport } from '../import-command/import-command.js';
import { startJejaring } from '../map-command/jejaring-command.js';
import { mentionsIn, withStore } from './contents.js';

const SILENT = /^STORE_UNAVAILABLE: Neo4j does not answer: it takes what it is asked and says nothing\n {2}at: bolt:/m;
/** Busy for longer than the signs of life of the launcher's server may stay away. */
const BUSY = 'UNWIND range(1, 60000) AS a UNWIND range(1, 60000) AS b WITH a WHERE b < 0 RETURN count(a) AS count';

const END_BUSY = `SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 60000)'
TERMINATE TRANSACTION id YIELD message RETURN message`;

describeOnTestNeo4j('a server that takes everything and answers nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-frozen-'));
  const file = join(folder, 'flood.ndjson');
  const server = new OwnServer();
  const before = { ...process.env };

  const importFile = (...more: string[]) => startImport([file, '--data', folder, '--rejects', folder, ...more]);

  beforeAll(async () => {
    await server.start();
    const simulated = await startJejaring(folder, ['simulate', '--out', file, '--mentions', '20000']);
    expect([simulated.code, simulated.stderr]).toEqual([0, expect.anything()]);
  });
  afterEach(() => {
    server.thaw();
    delete process.env.NEO4J_RETRY_SECONDS;
  });
  afterAll(async () => {
    await server.remove();
    process.env = { ...before };
    rmSync(folder, { recursive: true });
  });

  test('in the middle of an import: it ends with a code, and --resume completes it', async () => {
    expect((await importFile().ended).code).toBe(0);
    const undisturbed = await mentionsIn(folder);
    await unusedDataFolder(folder);
    process.env.NEO4J_RETRY_SECONDS = '1';
    const { ended } = importFile();
    for (;;) {
      const end = await Promise.race([ended, pause(30, null)]);
      if (end !== null) throw new Error(`the import ended before the server was frozen: ${end.stderr}`);
      const session = await withStore(folder, ({ ingest }) => ingest.unfinished(file)).catch(() => null);
      if (session !== null && session.checkpoint.rows > 0) break;
    }
    server.freeze();
    const stopped = await ended;
    expect(stopped.stderr).toMatch(SILENT);
    expect(stopped.code).toBe(1);
    server.thaw();
    const resumed = await importFile('--resume').ended;
    expect([resumed.code, resumed.stderr]).toEqual([0, expect.stringContaining('going on after row')]);
    expect(await mentionsIn(folder)).toEqual(undisturbed);
  });

  test('at the start of a command: it ends with a code', async () => {
    server.freeze();
    const { code, stderr } = await startJejaring(folder, ['issue', 'list']);
    expect(stderr).toMatch(SILENT);
    expect(code).toBe(1);
  });

  test('a server that is busy for long and gives signs of life is waited for', async () => {
    const connection = testConnection();
    try {
      let ended = false;
      const busy = connection.read(BUSY, {}, null).finally(() => (ended = true));
      await Promise.race([busy, pause(30_000)]);
      expect(ended).toBe(false);
      await connection.autoCommit(END_BUSY);
      await expect(busy).rejects.toThrow(/terminat/i);
    } finally {
      await connection.close();
    }
  });
});
