import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { openStore } from '#store/open-store.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { describeReal } from '../../real-data.js';
import { startJejaring } from '../map-command/jejaring-command.js';

jest.setTimeout(600_000);

describeOnTestNeo4j('both stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-same-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Imports and maps on the embedded store and on Neo4j under one pseudonym key; what came of it on each. */
  async function onBoth(name: string, file: string, format: string) {
    const embedded = join(folder, `${name}-embedded`);
    const neo4j = await unusedDataFolder(join(folder, `${name}-neo4j`));
    const uri = process.env.NEO4J_URI;
    process.env.NEO4J_URI = '';
    const first = await mapped(embedded, file, format);
    process.env.NEO4J_URI = uri;
    mkdirSync(neo4j);
    copyFileSync(join(embedded, 'pseudonym.key'), join(neo4j, 'pseudonym.key'));
    return [first, await mapped(neo4j, file, format)] as const;
  }

  async function mapped(data: string, file: string, format: string) {
    const imported = await startJejaring(data, ['import', file, '--format', format, '--rejects', data, '--json']);
    const [{ rows, added, updated, unchanged, rejected, accountsAdded }] = JSON.parse(imported.stdout);
    await startJejaring(data, ['issue', 'add', '--id', 'all', '--title', 'All', '--query', 'since:2000-01-01']);
    const map = await startJejaring(data, ['map', 'all', '--copies', '2', '--engine', 'in-process']);
    expect([map.code, map.stderr]).toEqual([0, expect.anything()]);
    const store = await openStore({ dataFolder: data });
    try {
      const run = (await store.runs.page('all', { first: 1, after: null })).items[0]!.node;
      const document = JSON.stringify(await store.runs.document(run.id));
      const imports = { rows, added, updated, unchanged, rejected, accountsAdded };
      return { run: { ...run, timings: {}, startedAt: 0, finishedAt: 0 }, imports, document };
    } finally {
      await store.close();
    }
  }

  test('find the same in a simulated issue, to the byte', async () => {
    const file = join(folder, 'flood.ndjson');
    await startJejaring(folder, ['simulate', '--out', file, '--mentions', '5000', '--accounts', '3000']);
    const [embedded, neo4j] = await onBoth('flood', file, 'jejaring');
    expect(neo4j).toEqual(embedded);
    expect(embedded.run.counts.coTimedGroups).toBeGreaterThan(0);
  });

  describeReal('and in the retweets of CooRTweet', ['coortweet/russian_coord_tweets.csv.gz'], ([file]) => {
    test('to the byte', async () => {
      const [embedded, neo4j] = await onBoth('russian', file!, 'coortweet');
      expect(embedded.imports).toMatchObject({ added: 35_085, rejected: 40 });
      expect(neo4j).toEqual(embedded);
    });
  });
});
