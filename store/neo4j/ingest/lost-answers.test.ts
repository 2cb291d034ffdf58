import type { BatchOutcome } from '#domain/ports/ingest-store.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { importSource } from '../../../test/builders/import-rows.js';
import { accountRecord, mentionRecord, mentionRows } from '../../../test/builders/records.js';
import { describeOnTestNeo4j } from '../../../test/neo4j/describe-on-test-neo4j.js';
import { LosingProxy } from '../../../test/neo4j/losing-proxy.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../../../test/neo4j/test-database.js';
import { openNeo4jStore } from '../neo4j-store.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 5));
const now = () => Date.UTC(2026, 1, 1);

/** But for what tells one handle from another. */
const NODES = `MATCH (n) WHERE NOT n:Schema
RETURN labels(n) AS labels, n {.*, writer: null} AS node`;
const RELATIONSHIPS = `MATCH (a)-[r]->(b)
RETURN type(r) AS type, r {.*} AS facts, coalesce(a.id, a.key) AS from, coalesce(b.id, b.key) AS to`;

const rowsOf = (numbers: readonly number[], text: string) =>
  mentionRows(
    numbers.map((n) =>
      mentionRecord(`${n}`, {
        ...{ minute: n, text: `${text} ${n}`, urls: ['https://a.example'], hashtags: [`h${n % 2}`] },
        ...(n > 0 && { kind: 'REPLY' as const, parentNativeId: `${n - 1}` }),
        account: accountRecord(`a${n % 3}`, { followers: n, agencyId: 'bnpb' }),
      }),
    ),
  );
const batchesOf = (text: string) => [
  rowsOf([3, 2, 1], text),
  [...rowsOf([0, 4, 1], text), ...mentionRows([mentionRecord('')], 4)],
];

describeOnTestNeo4j('commits whose answer is lost', () => {
  /** Imports two files that overlap, each batch handed over while the one before is written. */
  async function fill(settings = testNeo4jSettings()): Promise<{ outcomes: BatchOutcome[]; sessions: unknown[] }> {
    const store: Store = await openNeo4jStore({ settings, pseudonymize, now });
    const outcomes: BatchOutcome[] = [];
    const sessions: unknown[] = [];
    for (const text of ['banjir', 'kopi']) {
      const { id } = await store.ingest.begin(importSource(text));
      const [first, second] = batchesOf(text);
      const checkpoint = (rows: number) => () => ({ rows, rejected: 0, rejectsBytes: 0 });
      const before = store.ingest.write(id, first!, checkpoint(first!.length));
      const behind = store.ingest.write(id, second!, checkpoint(first!.length + second!.length), before);
      outcomes.push(...(await Promise.all([before, behind])));
      const { id: _id, ...session } = await store.ingest.finish(id);
      sessions.push(session);
    }
    await store.close();
    return { outcomes, sessions };
  }

  async function graph(): Promise<unknown> {
    const connection = testConnection();
    const rows = [...(await connection.autoCommit(NODES)), ...(await connection.autoCommit(RELATIONSHIPS))];
    await connection.close();
    return rows.map((row) => JSON.stringify(row)).sort();
  }

  test('are done again by the driver, and nothing is counted or written twice', async () => {
    await emptyTestDatabase();
    const expected = { ...(await fill()), graph: await graph() };
    expect(expected.outcomes).toMatchObject([
      { added: 3, accountsAdded: 3 },
      { added: 2, accountsUpdated: 1, rejected: [{ line: 3 }, { line: 4 }] },
      { updated: 3 },
      { updated: 2, rejected: [{ line: 3 }, { line: 4 }] },
    ]);

    await emptyTestDatabase();
    const proxy = new LosingProxy((commit) => commit % 2 === 0);
    const met = { ...(await fill(await proxy.open())), graph: await graph() };
    await proxy.close();
    expect(proxy.lost).toBeGreaterThan(2 * (batchesOf('').length + 2));
    expect(met).toEqual(expected);
  });
});
