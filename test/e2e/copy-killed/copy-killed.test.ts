import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CopyCheckpoint } from '#domain/ports/transfer-store.js';
import type { TransferKind } from '#domain/transfer/transfer-records.js';
import type { ComparedKind } from '#graph-jobs/copy-store/copy-store.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { compiledModule } from '#platform/package-root.js';
import { Database } from '#store/embedded/database.js';
import { readCheckpoint as embeddedCheckpoint } from '#store/embedded/transfer/unfinished-copy.js';
import { readCheckpoint as neo4jCheckpoint } from '#store/neo4j/transfer/unfinished-copy.js';
import { openTransferStore } from '#store/open-transfer-store.js';
import { recordsOf } from '../../copy/transfers.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection } from '../../neo4j/test-database.js';
import { startJejaring } from '../map-command/jejaring-command.js';

// Whole processes on a machine that may be busy.
const UP = ['copy', '--from', 'embedded', '--to', 'neo4j', '--json'];
const DOWN = ['copy', '--from', 'neo4j', '--to', 'embedded', '--json'];

describeOnTestNeo4j('a copy that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-copy-killed-'));
  const source = join(folder, 'source');
  const back = join(folder, 'back');
  const connection = testConnection();

  beforeAll(async () => {
    const uri = process.env.NEO4J_URI;
    process.env.NEO4J_URI = '';
    const file = join(folder, 'flood.ndjson');
    for (const words of [
      ['simulate', '--out', file, '--mentions', '6000', '--accounts', '2000'],
      ['import', file, '--rejects', folder],
      ['issue', 'add', '--id', 'all', '--title', 'All', '--query', 'since:2000-01-01'],
      ['map', 'all', '--copies', '2', '--engine', 'in-process'],
    ])
      await startJejaring(source, words);
    process.env.NEO4J_URI = uri;
    mkdirSync(back);
    copyFileSync(join(source, 'pseudonym.key'), join(back, 'pseudonym.key'));
    await emptyTestDatabase();
  });
  afterAll(async () => {
    await connection.close();
    rmSync(folder, { recursive: true });
  });

  /** Starts the command and kills it when its target says that the copy stands within `kind`. */
  async function killWithin(
    kind: TransferKind,
    data: string,
    words: readonly string[],
    read: () => Promise<CopyCheckpoint | null>,
  ): Promise<void> {
    const child: ChildProcess = spawn(process.execPath, [compiledModule('cli/main.js'), ...words, '--data', data], {
      env: { ...process.env },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    for (;;) {
      const end = await Promise.race([ended, pause(10, null)]);
      if (end !== null) throw new Error(`the copy ended by itself before it was within ${kind}: ${end}`);
      if ((await read().catch(() => null))?.kind === kind) break;
    }
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(await read()).not.toBeNull();
  }

  /** The command to its end; the comparison that it prints. */
  async function resume(data: string, words: readonly string[]): Promise<readonly ComparedKind[]> {
    const { code, stdout, stderr } = await startJejaring(data, [...words, '--resume']);
    expect([code, stderr]).toEqual([0, expect.anything()]);
    return JSON.parse(stdout) as ComparedKind[];
  }

  async function recordsIn(store: 'embedded' | 'neo4j', dataFolder: string) {
    const neo4j = store === 'neo4j' ? readNeo4jSettings(process.env) : null;
    const transfer = await openTransferStore({ dataFolder, existing: true, neo4j });
    const records = await recordsOf(transfer);
    await transfer.close();
    return records;
  }

  test('on its way to Neo4j goes on with --resume, as often as it takes, and not without', async () => {
    const read = () => neo4jCheckpoint(connection);
    await killWithin('mentions', source, UP, read);
    const { code, stderr } = await startJejaring(source, UP);
    expect([code, stderr]).toEqual([1, expect.stringContaining('COPY_UNFINISHED')]);
    const other = await startJejaring(source, ['issue', 'list']);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('COPY_UNFINISHED')]);
    await killWithin('amplifications', source, [...UP, '--resume'], read);
    const compared = await resume(source, UP);
    expect(compared.filter(({ equal }) => !equal)).toEqual([]);
    expect(compared.find(({ kind }) => kind === 'mentions')!.target.count).toBeGreaterThan(6_000);
    expect(await recordsIn('neo4j', source)).toEqual(await recordsIn('embedded', source));
    expect((await startJejaring(source, ['issue', 'list'])).code).toBe(0);
  });

  test('on its way back too', async () => {
    const read = async () => {
      const database = new Database(join(back, 'jejaring.db'), { readOnly: true });
      try {
        return embeddedCheckpoint(database);
      } finally {
        database.close();
      }
    };
    await killWithin('mentions', back, DOWN, read);
    await killWithin('memberships', back, [...DOWN, '--resume'], read);
    const compared = await resume(back, DOWN);
    expect(compared.filter(({ equal }) => !equal)).toEqual([]);
    expect(await recordsIn('embedded', back)).toEqual(await recordsIn('embedded', source));
  });
});
