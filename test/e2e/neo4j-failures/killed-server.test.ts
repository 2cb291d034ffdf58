import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { OwnServer } from '../../neo4j/own-server.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type ImportSummary, startImport } from '../import-command/import-command.js';
import { startJejaring } from '../map-command/jejaring-command.js';
import { mentionsIn, resultsIn, withStore } from './contents.js';

// Starts of a server and whole processes, on a machine that may be busy.
describeOnTestNeo4j('a server that is killed and started again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-killed-'));
  const file = join(folder, 'flood.ndjson');
  const server = new OwnServer();
  let undisturbed: { summary: ImportSummary; mentions: unknown[] };

  async function killAndStart(): Promise<void> {
    await server.kill9();
    await server.start();
  }

  beforeAll(async () => {
    await server.start();
    const simulated = await startJejaring(folder, ['simulate', '--out', file, '--mentions', '20000']);
    expect([simulated.code, simulated.stderr]).toEqual([0, expect.anything()]);
    const { results } = await importFile().ended;
    undisturbed = { summary: results[0]!, mentions: await mentionsIn(folder) };
  });
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  const importFile = () => startImport([file, '--data', folder, '--rejects', folder]);

  test('in the middle of an import: it waits, goes on, and ends as an undisturbed one', async () => {
    await unusedDataFolder(folder);
    const { ended } = importFile();
    for (;;) {
      const end = await Promise.race([ended, pause(30, null)]);
      if (end !== null) throw new Error(`the import ended before the server was killed: ${end.stderr}`);
      const session = await withStore(folder, ({ ingest }) => ingest.unfinished(file)).catch(() => null);
      if (session !== null && session.checkpoint.rows > 0) break;
    }
    await killAndStart();
    const { code, results, stderr } = await ended;
    expect([code, stderr]).toEqual([0, expect.anything()]);
    const { rows, added, updated, rejected, accountsAdded } = undisturbed.summary;
    expect(results).toMatchObject([{ rows, added, updated, rejected, accountsAdded }]);
    expect(await mentionsIn(folder)).toEqual(undisturbed.mentions);
  });

  test('in the middle of a write-back: the run ends as an undisturbed one', async () => {
    await startJejaring(folder, ['issue', 'add', '--id', 'semua', '--title', 'Semua', '--query', 'since:2026-01-01']);
    const words = ['map', 'semua', '--copies', '2', '--engine', 'in-process'];
    expect((await startJejaring(folder, words)).code).toBe(0);
    const before = await resultsIn(folder, 'semua');
    let restarted: Promise<void> | undefined;
    let ended = false;
    const again = await startJejaring(folder, words, (said) => {
      restarted ??= said.includes('write-back') ? inTheMiddle() : undefined;
    });
    ended = true;
    // A run that is not at its end is in the middle of its write-back, which ends with it.
    async function inTheMiddle(): Promise<void> {
      await server.kill9();
      expect(ended).toBe(false);
      await server.start();
    }
    await restarted;
    expect(`${again.code} ${again.stderr}`).toMatch(/^0 /);
    expect(restarted).toBeDefined();
    expect(await resultsIn(folder, 'semua')).toEqual(before);
  });
});
