import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '#domain/ports/store.js';
import { openStore } from '#store/open-store.js';
import { onTestNeo4j } from '../../neo4j/test-database.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { type Ended, importCommand, startImport } from '../import-command/import-command.js';

// Some batches, so that there is an end to come to after the first.
const ROWS = onTestNeo4j ? 30_000 : 100_000;
// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-resume-'));
const file = join(folder, 'issue.ndjson');
const rejects = `${file}.rejects.ndjson`;
afterAll(() => rmSync(folder, { recursive: true }));

/** Children come before their parents, every 50th row is bad, every 700th repeats an id. */
function line(i: number): string {
  const id = i % 700 === 699 ? i - 300 : i;
  const parent = i % 3 === 0 ? null : `m${i + 2 - (i % 3) + 1}`;
  return JSON.stringify({
    type: 'mention',
    platform: 'x',
    id: `m${id}`,
    kind: parent === null ? 'ORIGINAL' : 'REPOST',
    account: { id: `a${i % 4000}` },
    publishedAt: i % 50 === 7 ? 'kemarin' : Date.UTC(2026, 0, 1) + i * 1000,
    parent,
    text: `teks ${i}`,
  });
}

async function withStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder: data });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * Starts an import, waits until it has written a batch, and sends it a signal before it is done.
 * The store is opened once, beforehand: an opening waits for the writes of the import, which may be done by then.
 */
async function interrupted(data: string, signal: NodeJS.Signals): Promise<Ended> {
  return withStore(data, async (store) => {
    const { child, ended } = startImport([file, '--data', data]);
    for (;;) {
      const end = await Promise.race([ended, pause(30, null)]);
      if (end !== null) throw new Error(`the import ended before it could be interrupted: ${end.stderr}`);
      const session = await store.ingest.unfinished(file);
      if (session === null || session.checkpoint.rows === 0) continue;
      child.kill(signal);
      return ended;
    }
  });
}

async function digest(data: string) {
  return withStore(data, async (store) => {
    const ids = Array.from({ length: 500 }, (_, i) => `x:m${i * Math.floor(ROWS / 504)}`);
    const mentions = await store.mentions.get(ids);
    const known = mentions.map(
      (mention) => mention && [mention.id, mention.parentId, mention.text, mention.publishedAt],
    );
    return { known, count: await store.mentions.count({}) };
  });
}

describe('an import that was interrupted', () => {
  let expected: { rows: number; added: number; rejected: number; accountsAdded: number };
  let expectedRejects: string;
  let undisturbed: Awaited<ReturnType<typeof digest>>;

  beforeAll(async () => {
    writeFileSync(file, Array.from({ length: ROWS }, (_, i) => `${line(i)}\n`).join(''));
    const data = await unusedDataFolder(join(folder, 'undisturbed'));
    const { results, code } = await importCommand([file, '--data', data]);
    const { rows, added, rejected, accountsAdded } = results[0]!;
    expected = { rows, added, rejected, accountsAdded };
    expectedRejects = readFileSync(rejects, 'utf8');
    expect(code).toBe(3);
    expect(rows).toBe(ROWS);
    expect(rejected).toBeGreaterThan(ROWS / 50);
    undisturbed = await digest(data);
  });

  test.each([
    ['killed', 'SIGKILL', null],
    ['stopped by Ctrl-C', 'SIGINT', 130],
    ['asked to end', 'SIGTERM', 130],
  ] as const)('when %s goes on with --resume to the same end', async (_, signal, code) => {
    const data = await unusedDataFolder(join(folder, signal));
    const first = await interrupted(data, signal);
    expect(first.code).toBe(code);
    if (code === 130) {
      expect(first.results).toMatchObject([{ stopped: true }]);
      expect(first.stderr).toMatch(/--resume goes on from there/);
    }
    const session = await withStore(data, (store) => store.ingest.unfinished(file));
    expect(session!.checkpoint.rows).toBeLessThan(ROWS);

    const second = await importCommand([file, '--data', data, '--resume']);
    expect(second.stderr).toContain(`going on after row ${session!.checkpoint.rows}`);
    expect(second.results).toMatchObject([{ ...expected, stopped: false }]);
    expect(second.code).toBe(3);
    expect(readFileSync(rejects, 'utf8')).toBe(expectedRejects);
    expect(await digest(data)).toEqual(undisturbed);
  });

  test('begins anew without --resume, adding nothing twice', async () => {
    const data = await unusedDataFolder(join(folder, 'anew'));
    await interrupted(data, 'SIGKILL');
    const { stderr, results } = await importCommand([file, '--data', data]);
    expect(stderr).toMatch(/stopped after \d+ rows; starting from its first row/);
    const [result] = results;
    expect(result).toMatchObject({ rows: ROWS, rejected: expected.rejected });
    expect(result!.added + result!.unchanged).toBe(expected.added);
    expect(await digest(data)).toEqual(undisturbed);
  });

  test('refuses to go on with a file that has changed', async () => {
    const data = await unusedDataFolder(join(folder, 'changed'));
    await interrupted(data, 'SIGKILL');
    writeFileSync(file, `${readFileSync(file, 'utf8')}${line(ROWS)}\n`);
    const { code, stderr } = await importCommand([file, '--data', data, '--resume']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/BAD_INPUT_FILE: the file has changed/);
  });
});
