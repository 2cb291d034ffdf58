import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';

const SIZE = 200;

/** Starts the writer, kills it without warning after some batches, and tells how many it said were written. */
async function writeUntilKilled(dataFolder: string, batches: number): Promise<number> {
  const writer = spawn(process.execPath, [packageFile('test/contract/crash-writer.mjs'), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(writer, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    // The next batch is being written at this moment.
    if (acknowledged === batches) writer.kill('SIGKILL');
  }
  await exit;
  expect(writer.signalCode).toBe('SIGKILL');
  return acknowledged;
}

test.each([3, 17])('kill -9 after %d batches: every acknowledged one is there, and nothing half', async (batches) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'jejaring-crash-'));
  try {
    const acknowledged = await writeUntilKilled(dataFolder, batches);
    const store = await openStore({ dataFolder, neo4j: null });
    const session = (await store.ingest.unfinished('crash'))!;
    const written = await store.mentions.count({});
    expect(written).toBeGreaterThanOrEqual(acknowledged * SIZE);
    expect(written % SIZE).toBe(0);
    expect(session.checkpoint.rows).toBe(written);
    expect(session.counts).toMatchObject({ added: written, accountsAdded: written });
    expect(await store.mentions.count({ text: 'banjir' })).toBe(written);
    const [last, none] = await store.mentions.get([`x:${written - 1}`, `x:${written}`]);
    expect([last!.parentId, none]).toEqual([`x:${written - 2}`, null]);
    await store.close();
  } finally {
    await rm(dataFolder, { recursive: true });
  }
});
