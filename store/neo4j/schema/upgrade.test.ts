import { CASCADE_ORDERS, orderValues } from '#domain/cascade-order.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { cascadeOf, groupOf, measuredCascade, resultsOf, runOf } from '../../../test/builders/run-results.js';
import { allNodes } from '../../../test/contract/suite.js';
import { describeOnTestNeo4j } from '../../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../../../test/neo4j/test-database.js';
import type { Neo4jConnection } from '../connection.js';
import { EMERGING_SCHEMA } from '../emerging/emerging-schema.cypher.js';
import { openNeo4jStore } from '../neo4j-store.js';
import { ensureSchema, NEWEST_SCHEMA, schemaVersion } from './ensure-schema.js';
import { SCHEMA_2, SCHEMA_3, SCHEMA_4 } from './schema.cypher.js';

const cascades = [3, 8, 5].map((size, i) => measuredCascade(cascadeOf(`x:${i}`, size), i + 0.5));
/** All that programs of versions 1 and 2 wrote of a cascade. */
const CASCADES_OF_2 = `MATCH ()-[c:HAS_CASCADE]->()
SET c = c {.run, .rank, .rootAccountId, .startedAt, .size, .uniqueAccounts, .depth, .maxBreadth, .structuralVirality,
  .directShare, .secondsToHalf}`;
const GROUPS_OF_1 = 'MATCH (g:CoTimedGroup) REMOVE g.stableId';

test('cascades, of which there can be a million, are changed in slices: all at once took more than a heap of 1 GiB', () => {
  const changes = SCHEMA_3.filter((statement) => statement.includes('SET'));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatch(/IN TRANSACTIONS OF 10000 ROWS$/);
});

describeOnTestNeo4j('a database of an older schema', () => {
  let connection: Neo4jConnection;
  let store: Store;

  beforeEach(async () => {
    await emptyTestDatabase();
    connection = testConnection();
    await ensureSchema(connection);
  });
  afterEach(async () => {
    await ensureSchema(connection);
    await store?.close();
    await connection.close();
  });

  const open = async () => {
    const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 5));
    store = await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize });
  };

  /** A run with results as a program of that version left it. */
  async function leave(version: 1 | 2): Promise<void> {
    await open();
    await store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    const done = runOf('r', { state: 'DONE' });
    await store.runs.put(done);
    await store.runs.writeResults(done, resultsOf('r', { cascades, groups: [groupOf('r-g1', 'r', ['a', 'b'])] }));
    await store.close();
    await connection.autoCommit(CASCADES_OF_2);
    if (version === 1) await connection.autoCommit(GROUPS_OF_1);
    for (const statement of [...(version === 1 ? SCHEMA_2 : []), ...SCHEMA_3, ...SCHEMA_4, ...EMERGING_SCHEMA]) {
      const index = /^CREATE INDEX (\w+)/.exec(statement)?.[1];
      if (index !== undefined) await connection.autoCommit(`DROP INDEX ${index}`);
    }
    await connection.autoCommit("MATCH (s:Schema {name: 'schema'}) SET s.version = $version", { version });
  }

  test.each([1, 2] as const)(
    'version %i: what runs left is listed in every order and found by its line',
    async (version) => {
      await leave(version);
      await open();
      expect(await schemaVersion(connection)).toBe(NEWEST_SCHEMA);
      const old = cascades.map((cascade) => ({ ...cascade, details: null }));
      for (const order of CASCADE_ORDERS) {
        const byHand = old.toSorted((a, b) => orderValues(b)[order] - orderValues(a)[order] || b.size - a.size);
        expect(await allNodes((after) => store.spread.cascades('r', { first: 1, after }, order))).toEqual(byHand);
      }
      const line = await store.findings.ofLine('r-g1', { first: 9, after: null });
      expect(line.items.map(({ node }) => node.id)).toEqual(['r-g1']);
    },
  );

  test('is brought on by two processes at once, and after one that was killed on the way', async () => {
    await leave(2);
    for (const statement of SCHEMA_3.slice(0, 3)) await connection.autoCommit(statement);
    const others = [testConnection(), testConnection()];
    await Promise.all(others.map(ensureSchema));
    for (const other of others) await other.close();
    await open();
    const deepest = await store.spread.cascades('r', { first: 1, after: null }, 'DEPTH');
    expect(deepest.items.map(({ node }) => node.rootId)).toEqual(['x:2']);
  });
});
