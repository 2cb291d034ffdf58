import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '#domain/ports/store.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { openStore } from '#store/open-store.js';
import { openTransferStore } from '#store/open-transfer-store.js';
import { recordsOf } from '../../copy/transfers.js';
import { onTestNeo4j, testConnection } from '../../neo4j/test-database.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type ImportSummary, startImport } from '../import-command/import-command.js';

// Whole processes on a machine that may be busy.
/** Several batches of each file. */
const ROWS = onTestNeo4j ? 12_000 : 40_000;
const KEY = '7'.repeat(64);
const GRAPH = `MATCH (n) WHERE NOT n:Schema AND NOT n:Sequence AND NOT n:Import
RETURN labels(n) AS type, count(*) AS count, null AS sum
UNION ALL MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count, sum(r.at) AS sum`;
/** Which of the two files brought a mention first, and when something was done. */
const CHANCE = /"(importId|importLine|createdAt|updatedAt|since)":\d+/g;

/** The rows of a file, of which every third stands in both, in the other order; parents lie in either. */
function rowOf(i: number, ofBoth: boolean, name: string): string {
  const id = ofBoth ? `both${i}` : `${name}${i}`;
  const parent = i % 4 === 0 ? null : [`both${i - (i % 3)}`, `one${i - 1}`, `two${i - 1}`][i % 3]!;
  return JSON.stringify({
    type: 'mention',
    platform: 'x',
    id,
    kind: parent === null || parent === id ? 'ORIGINAL' : 'REPOST',
    account: { id: `a${i % 500}`, followers: i % 500, displayName: `Akun ${i % 500}` },
    publishedAt: Date.UTC(2026, 0, 1) + i * 1_000,
    parent: parent === id ? null : parent,
    text: i % 4 === 0 && i % 8 === 0 ? `banjir ${i}` : `kopi ${i}`,
    hashtags: [`tag${i % 50}`],
    urls: [`https://${i % 20}.example`],
  });
}

describe('two imports at once, of files that share accounts, objects and mentions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-together-'));
  const files = ['one', 'two'].map((name) => join(folder, `${name}.ndjson`));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    const numbers = Array.from({ length: ROWS }, (_, i) => i);
    for (const [at, order] of [numbers, numbers.toReversed()].entries())
      writeFileSync(files[at]!, order.map((i) => `${rowOf(i, i % 3 === 0, at === 0 ? 'one' : 'two')}\n`).join(''));
  });

  async function contents(data: string) {
    const transfer = await openTransferStore({
      ...{ dataFolder: data, existing: true },
      neo4j: readNeo4jSettings(process.env),
    });
    const { imports: _imports, ...records } = await recordsOf(transfer);
    await transfer.close();
    const same = Object.entries(records).map(([kind, all]) => {
      const texts = all.map((record) => (record as string).replace(CHANCE, '')).sort();
      return { kind, count: texts.length, digest: createHash('sha256').update(texts.join('\n')).digest('hex') };
    });
    if (!onTestNeo4j) return { same };
    const connection = testConnection();
    const graph = (await connection.read(GRAPH, {}, 60_000)).map((row) => JSON.stringify(row)).sort();
    await connection.close();
    return { same, graph };
  }

  async function imported(name: string, work: (data: string) => Promise<readonly ImportSummary[]>) {
    const data = await unusedDataFolder(join(folder, name));
    mkdirSync(data);
    writeFileSync(join(data, 'pseudonym.key'), KEY, { mode: 0o600 });
    const store = await openStore({ dataFolder: data });
    await store.issues.create({ id: 'i', title: 'I', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
    await store.close();
    const results = await work(data);
    const sum = (count: (result: ImportSummary) => number) => results.reduce((all, one) => all + count(one), 0);
    const counts = {
      ...{ rows: sum(({ rows }) => rows), added: sum(({ added }) => added), rejected: sum(({ rejected }) => rejected) },
      ...{ unchanged: sum(({ unchanged }) => unchanged), updated: sum(({ updated }) => updated) },
      accounts: sum(({ accountsAdded }) => accountsAdded),
    };
    return { counts, ...(await contents(data)) };
  }

  test('leave what they leave one after the other', async () => {
    const inTurn = await imported('in-turn', async (data) => {
      const results: ImportSummary[] = [];
      for (const file of files)
        results.push(...(await startImport([file, '--data', data, '--rejects', folder]).ended).results);
      return results;
    });
    const both = Math.ceil(ROWS / 3);
    expect(inTurn.counts).toMatchObject({ rows: 2 * ROWS, added: 2 * ROWS - both, unchanged: both, accounts: 500 });

    const together = await imported('together', async (data) => {
      // Opened before they begin: it may take as long as an import.
      const store = await openStore({ dataFolder: data });
      const started = files.map((file) => startImport([file, '--data', data, '--rejects', folder]).ended);
      await bothAtWork(store, started).finally(() => store.close());
      const ended = await Promise.all(started);
      expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([0, 0].map((code) => [code, expect.anything()]));
      return ended.flatMap(({ results }) => results);
    });
    expect(together).toEqual(inTurn);
  });

  /** Until each has begun and neither is done: else nothing was shown. */
  async function bothAtWork(store: Store, started: readonly Promise<{ stderr: string }>[]): Promise<void> {
    for (;;) {
      const end = await Promise.race([...started, pause(20, null)]);
      if (end !== null) throw new Error(`one import ended before the other began: ${end.stderr}`);
      const sessions = await Promise.all(files.map((file) => store.ingest.unfinished(file)));
      if (sessions.every((session) => session !== null)) return;
    }
  }
});
