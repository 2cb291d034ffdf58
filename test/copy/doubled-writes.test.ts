import { jest } from '@jest/globals';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { Neo4jConnection } from '#store/neo4j/connection.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { openNeo4jTransfer } from '#store/neo4j/transfer/transfer-store.js';
import { describeOnTestNeo4j } from '../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../neo4j/test-database.js';
import { fillStore } from './filled-store.js';
import { recordsOf } from './transfers.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 3));
const REVIEW = "MATCH (g:CoTimedGroup {id: $id}) SET g.reviewState = 'DISMISSED'";
const RELATIONSHIPS = 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY type';
const LABELS = 'MATCH (n) RETURN labels(n) AS labels, count(*) AS count ORDER BY labels';
const now = () => Date.UTC(2026, 1, 1);
/** When a run was done, and how long that took. */
const TIMES = /"(startedAt|finishedAt|timings)":("(\\.|[^"\\])*"|\d+)/g;

describeOnTestNeo4j('writes that the driver does twice, as after a lost answer', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function fill() {
    await emptyTestDatabase();
    const settings = testNeo4jSettings();
    const store = await openNeo4jStore({ settings, pseudonymize, now });
    const connection = testConnection();
    const reviews: Promise<unknown>[] = [];
    await fillStore(store, (id) => reviews.push(connection.autoCommit(REVIEW, { id })));
    await Promise.all(reviews);
    await store.close();
    const transfer = await openNeo4jTransfer({ settings, pseudonymize });
    const records = await recordsOf(transfer);
    await transfer.close();
    const [nodes, relationships] = [await connection.autoCommit(LABELS), await connection.autoCommit(RELATIONSHIPS)];
    await connection.close();
    return { records: JSON.parse(JSON.stringify(records, (_, value) => withoutTimes(value))), nodes, relationships };
  }

  const withoutTimes = (value: unknown) => (typeof value === 'string' ? value.replace(TIMES, '') : value);

  test('leave what they leave when done once: imports, issues, runs, findings, jobs', async () => {
    const expected = await fill();
    const write = Neo4jConnection.prototype.write;
    const twice = jest.spyOn(Neo4jConnection.prototype, 'write');
    twice.mockImplementation(async function (this: Neo4jConnection, ...words) {
      await write.apply(this, words);
      return write.apply(this, words) as never;
    });
    expect(await fill()).toEqual(expected);
    expect(twice.mock.calls.length).toBeGreaterThan(50);
  });
});
