import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { describeReal, skipVisibly } from '../../real-data.js';
import { startJejaring } from '../map-command/jejaring-command.js';

// The reposts of the CED data take some half an hour.
jest.setTimeout(7_200_000);

interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly accountsAdded: number;
}

/** Too long for each run of the suites: JEJARING_TEST_CED=1 asks for it. */
const describeLong = process.env.JEJARING_TEST_CED === '1' ? describeReal : describeLeftOut;

function describeLeftOut(name: string): void {
  skipVisibly(name, 'half an hour: JEJARING_TEST_CED=1 npm run test:neo4j -- test/e2e/same-findings');
}

describeOnTestNeo4j('both stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-same-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Imports and maps on the embedded store and on Neo4j under one pseudonym key; what came of it on each. */
  async function onBoth(name: string, imports: readonly (readonly string[])[]) {
    const embedded = join(folder, `${name}-embedded`);
    const neo4j = await unusedDataFolder(join(folder, `${name}-neo4j`));
    const uri = process.env.NEO4J_URI;
    process.env.NEO4J_URI = '';
    const first = await mapped(embedded, imports);
    process.env.NEO4J_URI = uri;
    mkdirSync(neo4j);
    copyFileSync(join(embedded, 'pseudonym.key'), join(neo4j, 'pseudonym.key'));
    return [first, await mapped(neo4j, imports)] as const;
  }

  async function mapped(data: string, files: readonly (readonly string[])[]) {
    const imports: Imported[] = [];
    for (const words of files) {
      const { stdout } = await startJejaring(data, ['import', ...words, '--rejects', data, '--json']);
      const [{ rows, added, updated, unchanged, rejected, accountsAdded }] = JSON.parse(stdout);
      imports.push({ rows, added, updated, unchanged, rejected, accountsAdded });
    }
    await startJejaring(data, ['issue', 'add', '--id', 'all', '--title', 'All', '--query', 'since:2000-01-01']);
    const map = await startJejaring(data, ['map', 'all', '--copies', '2', '--engine', 'in-process']);
    expect([map.code, map.stderr]).toEqual([0, expect.anything()]);
    const store = await openStore({ dataFolder: data });
    try {
      const run = (await store.runs.page('all', { first: 1, after: null })).items[0]!.node;
      const document = JSON.stringify(await store.runs.document(run.id));
      return { run: { ...run, timings: {}, startedAt: 0, finishedAt: 0 }, imports, document };
    } finally {
      await store.close();
    }
  }

  test('find the same in a simulated issue, to the byte', async () => {
    const file = join(folder, 'flood.ndjson');
    await startJejaring(folder, ['simulate', '--out', file, '--mentions', '5000', '--accounts', '3000']);
    const [embedded, neo4j] = await onBoth('flood', [[file, '--format', 'jejaring']]);
    expect(neo4j).toEqual(embedded);
    expect(embedded.run.counts.coTimedGroups).toBeGreaterThan(0);
  });

  describeReal('and in the retweets of CooRTweet', ['coortweet/russian_coord_tweets.csv.gz'], ([file]) => {
    test('to the byte', async () => {
      const [embedded, neo4j] = await onBoth('russian', [[file!, '--format', 'coortweet']]);
      expect(embedded.imports).toMatchObject([{ added: 35_085, rejected: 40 }]);
      expect(neo4j).toEqual(embedded);
    });
  });

  describeLong(
    'and in the posts and reposts of CED',
    ['ced/posts.csv.gz', 'ced/reposts.csv.gz'],
    ([posts, reposts]) => {
      test('to the byte', async () => {
        const [embedded, neo4j] = await onBoth('ced', [
          [posts!, '--format', 'csv', '--map', packageFile('examples/mappings/ced-posts.json')],
          [reposts!, '--format', 'csv', '--map', packageFile('examples/mappings/ced-reposts.json')],
        ]);
        expect(embedded.imports).toMatchObject([{ added: 3387 }, { added: 1_274_382, rejected: 798 }]);
        expect(createHash('sha256').update(neo4j.document).digest('hex')).toBe(
          createHash('sha256').update(embedded.document).digest('hex'),
        );
        expect({ ...neo4j, document: '' }).toEqual({ ...embedded, document: '' });
        expect(embedded.run.counts).toMatchObject({ mentions: 1_277_769, cascades: 3387 });
      });
    },
  );
});
