import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { EmbeddedFindingStore } from './runs/finding-store.js';
import { EmbeddedRunStore } from './runs/run-store.js';
import { EmbeddedSpreadStore } from './runs/spread-store.js';
import { SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4 } from './schema.js';

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

// A released version is never edited: these are the digests of what stood in the program that made such files.
test.each([
  ['1', SCHEMA_1, 'c0bceec7bb5636bfbd1e4ce45fbc7151bf35fdb197696329e13fd221442e1c0c'],
  ['2', SCHEMA_2, '38725de9c8eb4b1bf82b5311a7ecfab992d035fb6b8878d4036eb246a2006b26'],
  ['3', SCHEMA_3, '5b4cfaf4a3725ecf15d20236927472cbfe405ad87772d5e922fddd760c4ae1b9'],
])('version %s is what files in the field were made with', (_version, sql, digest) => {
  expect(createHash('sha256').update(sql).digest('hex')).toBe(digest);
});

// Accounts were added in an order other than that of their pseudonyms, by which equals stand from version 4 on.
const NETWORK_3 = `
INSERT INTO issue VALUES (1, 'i', '', '', 1, NULL, '[]', 0, 0);
INSERT INTO platform VALUES (1, 'x');
INSERT INTO account (id, platform_id, native_id, pseudonym) VALUES
  (1, 1, 'one', 'd'), (2, 1, 'two', 'b'), (3, 1, 'three', 'c'), (4, 1, 'four', 'a');
INSERT INTO run (id, name, issue_id, query_version, state, input_hash, parameters, code_version, counts, timings, started_at,
  spread_kept, engine_reason) VALUES
  (1, 'old', 1, 1, 'DONE', '', '{}', '', '{}', '{}', 1, 1, NULL), (2, 'new', 1, 1, 'DONE', '', '{}', '', '{}', '{}', 2, 1, 'few');
INSERT INTO run_member (run_id, community, amplified, account_id) VALUES
  (1, 0, 9, 4), (2, 0, 5, 1), (2, 0, 5, 2), (2, 0, 7, 3), (2, 1, 0, 4);
INSERT INTO run_amplifies (run_id, account_id, weight, other_id) VALUES
  (1, 4, 2, 1), (2, 4, 1, 1), (2, 4, 1, 2), (2, 4, 3, 3), (2, 1, 1, 3);
INSERT INTO run_amplified_by (run_id, account_id, weight, other_id) VALUES
  (1, 1, 2, 4), (2, 1, 1, 4), (2, 2, 1, 4), (2, 3, 3, 4), (2, 3, 1, 1);
PRAGMA user_version = 3;`;

test('the networks of version 3 keep every row, in the order that other stores have too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-migrate-'));
  const database = new Database(join(folder, 'store.db'));
  const pages = async <T>(
    list: (after: string | null) => Promise<{ items: readonly { node: T; cursor: string }[] }>,
  ) => {
    const nodes: T[] = [];
    for (let after: string | null = null; ; ) {
      const [item]: readonly { node: T; cursor: string }[] = (await list(after)).items;
      if (item === undefined) return nodes;
      nodes.push(item.node);
      after = item.cursor;
    }
  };
  try {
    database.exec(SCHEMA_1 + SCHEMA_2 + SCHEMA_3);
    database.exec(NETWORK_3);
    migrate(database);
    const spread = new EmbeddedSpreadStore(database);
    const members = (run: string, community: number) =>
      pages((after) => spread.communityMembers(run, community, { first: 1, after }));
    const amplified = (run: string, account: string, direction: 'AMPLIFIES' | 'AMPLIFIED_BY') =>
      pages((after) => spread.amplifications(run, account, direction, { first: 1, after }));
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((accountId) => (weight: number) => ({ accountId, weight }));
    expect(await members('new', 0)).toEqual([c!(7), b!(5), d!(5)]);
    expect(await members('new', 1)).toEqual([a!(0)]);
    expect(await members('old', 0)).toEqual([a!(9)]);
    expect(await amplified('new', 'a', 'AMPLIFIES')).toEqual([c!(3), b!(1), d!(1)]);
    expect(await amplified('new', 'c', 'AMPLIFIED_BY')).toEqual([a!(3), d!(1)]);
    expect(await amplified('old', 'a', 'AMPLIFIES')).toEqual([d!(2)]);
    expect(await amplified('old', 'd', 'AMPLIFIED_BY')).toEqual([a!(2)]);
    expect((await new EmbeddedRunStore(database).latest(['i']))[0]).toMatchObject({ id: 'new', engineReason: 'few' });
    migrate(database);
    expect(await members('new', 0)).toHaveLength(3);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});

test('findings of version 4 are the first of their lines', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-migrate-'));
  const database = new Database(join(folder, 'store.db'));
  try {
    database.exec(SCHEMA_1 + SCHEMA_2 + SCHEMA_3);
    database.exec(NETWORK_3.replace('user_version = 3', 'user_version = 4') + SCHEMA_4);
    database.exec(`INSERT INTO finding VALUES (1, 'old-g1', 1, 2, '{"members":["a","b"]}', 'CONFIRMED')`);
    migrate(database);
    const { items } = await new EmbeddedFindingStore(database, Date.now).ofLine('old-g1', { first: 9, after: null });
    expect(items.map(({ node }) => node)).toEqual([{ id: 'old-g1', runId: 'old', reviewState: 'CONFIRMED' }]);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});
