import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPARED_FIELDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind } from '#domain/transfer/transfer-records.js';
import { copyStore } from '#graph-jobs/copy-store/copy-store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { Database } from '#store/embedded/database.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';
import { openEmbeddedTransfer } from '#store/embedded/transfer/transfer-store.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { openNeo4jTransfer } from '#store/neo4j/transfer/transfer-store.js';
import { describeOnTestNeo4j } from '../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../neo4j/test-database.js';
import { fillStore } from './filled-store.js';
import { fillEmbedded, recordsOf } from './transfers.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 3));

/** Where something is kept, and all values there. */
type Values = ReadonlyMap<string, unknown[]>;

/** Numbers that a store gives by itself: a copy may give others, each as often. */
const timesEach = (values: readonly unknown[]) => {
  const times = new Map<unknown, number>();
  for (const value of values) if (value !== null) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times.values()];
};
const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

/** What differs between source and copy. */
function lost(source: Values, copy: Values, leftOut: readonly string[]): string[] {
  const places = [...source.keys()].filter((place) => !leftOut.includes(place));
  return places.filter(
    (place) => JSON.stringify(sorted(source.get(place)!)) !== JSON.stringify(sorted(copy.get(place) ?? [])),
  );
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly dflt_value: string | null;
}

/** Every column of every table, by `table.column`; `unfilled`: those that hold nothing but what they hold by themselves. */
function columnsOf(file: string): { values: Values; unfilled: string[] } {
  const database = new Database(file, { readOnly: true });
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'mention_text%'",
  );
  const values = new Map<string, unknown[]>();
  const unfilled: string[] = [];
  for (const { name: table } of tables)
    for (const { name, type, dflt_value } of database.all<Column>(`PRAGMA table_info (${table})`)) {
      const all = database.all<{ value: unknown }>(`SELECT "${name}" AS value FROM ${table}`).map(({ value }) => value);
      const own = [null, dflt_value, dflt_value?.replaceAll("'", '')];
      if (all.every((value) => own.includes(value === null ? null : String(value)))) unfilled.push(`${table}.${name}`);
      const isNumber = type === 'INTEGER' && (name === 'id' || name.endsWith('_id'));
      values.set(`${table}.${name}`, isNumber ? timesEach(all) : all);
    }
  database.close();
  return { values, unfilled };
}

// Who was writing when the copy was made: whoever goes on with it takes it over.
const WRITERS = ['import.writer', 'run.writer'];
// Only their order counts: those of an account in the store that made them, of the whole run in a copy.
const ORDER = ['run_amplified_by.rank', 'run_amplifies.rank'];

describe('a copy of an embedded store', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jejaring-columns-'));
    const store = openEmbeddedStore({ file: join(folder, 'source.db'), pseudonymize });
    await fillEmbedded(store, join(folder, 'source.db'));
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('has every column of every table', async () => {
    const [source, target] = ['source.db', 'target.db'].map((name) =>
      openEmbeddedTransfer({ file: join(folder, name), pseudonymize }),
    );
    await copyStore({ source: source!, target: target!, resume: false });
    await source!.close();
    await target!.close();
    const [before, after] = ['source.db', 'target.db'].map((name) => columnsOf(join(folder, name)));
    // A column that is new has to be filled in filled-store.ts: only then can be seen whether it is copied.
    expect(before!.unfilled.filter((column) => !WRITERS.includes(column))).toEqual([]);
    expect(lost(before!.values, after!.values, [...WRITERS, ...ORDER])).toEqual([]);
  });

  // They follow from the rest, in each store's own way.
  const RANKS: Partial<Record<TransferKind, readonly string[]>> = {
    members: ['rank', 'outFrom', 'outTo', 'inFrom', 'inTo'],
    amplifications: ['outRank', 'inRank'],
    cascades: ['rank'],
    findings: ['rank'],
  };

  test('is compared by every field of every record', async () => {
    const source = openEmbeddedTransfer({ file: join(folder, 'source.db'), pseudonymize });
    for (const [kind, records] of Object.entries(await recordsOf(source)) as [TransferKind, string[]][]) {
      const fields = new Set(records.flatMap((record) => Object.keys(JSON.parse(record) as object)));
      for (const rank of RANKS[kind] ?? []) fields.delete(rank);
      expect([kind, [...fields].sort()]).toEqual([kind, [...COMPARED_FIELDS[kind]].sort()]);
    }
    await source.close();
  });
});

const NODES = 'MATCH (n) UNWIND keys(n) AS key RETURN labels(n)[-1] AS of, key, collect(n[key]) AS values';
const RELATIONSHIPS = 'MATCH ()-[r]->() UNWIND keys(r) AS key RETURN type(r) AS of, key, collect(r[key]) AS values';
const TYPES = 'MATCH ()-[r]->() RETURN type(r) AS of, count(*) AS count';
const REVIEW =
  "MATCH (g:CoTimedGroup {id: $id}) SET g.reviewState = 'DISMISSED', g.reviewUntil = 9000000000000000, g.reviews = '[1]'";
const NUMBERS = ['Run.key', 'CoTimedGroup.key', 'CoTimedGroup.run', 'Community.run', 'Issue.membership'];
const NUMBERS_ON_RELATIONSHIPS = ['run', 'group', 'membership'];

describeOnTestNeo4j('a copy of a Neo4j store', () => {
  async function properties(): Promise<Values> {
    const connection = testConnection();
    const values = new Map<string, unknown[]>();
    const rows = async (statement: string) =>
      connection.autoCommit<{ of: string; key: string; values: unknown[]; count: number }>(statement);
    for (const { of, key, values: all } of await rows(NODES))
      values.set(`${of}.${key}`, NUMBERS.includes(`${of}.${key}`) ? timesEach(all) : all);
    for (const { of, key, values: all } of await rows(RELATIONSHIPS))
      values.set(`${of}.${key}`, NUMBERS_ON_RELATIONSHIPS.includes(key) ? timesEach(all) : all);
    for (const { of, count } of await rows(TYPES)) values.set(of, [count]);
    await connection.close();
    return values;
  }

  const LEFT_OUT = [
    ...['Import.writer', 'Import.lastBatch', 'Import.lastOutcome', 'Job.claim', 'Run.lockedAt'],
    ...['Sequence.value', 'Sequence.lockedAt', 'Schema.lockedAt', 'Issue.dead'],
    // The node that an import of claims locks has a name alone, and is made when one locks it.
    'Schema.name',
    ...['RunWriter.run', 'RunWriter.lane', 'RunWriter.token', 'RunWriter.slice', 'RunWriter.locked'],
  ];

  test('and back again has every property and every relationship', async () => {
    await emptyTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'jejaring-properties-'));
    const settings = testNeo4jSettings();
    const store = await openNeo4jStore({ settings, pseudonymize });
    const connection = testConnection();
    const reviews: Promise<unknown>[] = [];
    await fillStore(store, (id) => reviews.push(connection.autoCommit(REVIEW, { id })));
    await Promise.all(reviews);
    await connection.close();
    await store.close();
    const before = await properties();
    const between = openEmbeddedTransfer({ file: join(folder, 'between.db'), pseudonymize });
    const up = await openNeo4jTransfer({ settings, pseudonymize });
    await copyStore({ source: up, target: between, resume: false });
    await up.close();
    await emptyTestDatabase();
    const again = await openNeo4jTransfer({ settings, pseudonymize });
    await copyStore({ source: between, target: again, resume: false });
    await again.close();
    await between.close();
    await rm(folder, { recursive: true });
    expect(before.size).toBeGreaterThan(100);
    expect(lost(before, await properties(), LEFT_OUT)).toEqual([]);
  });
});
