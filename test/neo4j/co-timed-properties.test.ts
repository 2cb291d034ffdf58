import { keyedPseudonyms } from '#platform/pseudonym.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { importRows } from '../builders/import-rows.js';
import { accountRecord } from '../builders/records.js';
import { groupOf, resultsOf, runOf } from '../builders/run-results.js';
import { allNodes } from '../contract/suite.js';
import { describeOnTestNeo4j } from './describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from './test-database.js';

const CO_TIMED = 'MATCH ()-[r:CO_TIMED]->() RETURN properties(r) AS properties ORDER BY r.group';

describeOnTestNeo4j('edges of co-timed groups', () => {
  test('have their figures against chance as lists, and none in compatible mode', async () => {
    await emptyTestDatabase();
    const store = await openNeo4jStore({
      settings: testNeo4jSettings(),
      pseudonymize: keyedPseudonyms(Buffer.alloc(32, 5)),
    });
    const named = Array.from('ab', (id, line) => ({
      line,
      record: { type: 'account' as const, account: accountRecord(id) },
    }));
    await importRows(store, named);
    const ids = (await allNodes((after) => store.accounts.page({}, { first: 9, after }))).map(({ id }) => id);
    await store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    const run = runOf('r');
    await store.runs.put(run);
    const [tested, untested] = ['r-g1', 'r-g2'].map((id) => groupOf(id, 'r', ids));
    const groups = [tested!, { ...untested!, edges: untested!.edges.map((edge) => ({ ...edge, tests: null })) }];
    await store.runs.writeResults(run, resultsOf('r', { groups }));
    await store.close();
    const connection = testConnection();
    const rows = await connection.autoCommit<{ properties: Record<string, unknown> }>(CO_TIMED);
    await connection.close();
    const tests = tested!.edges[0]!.tests!;
    const plain = { group: expect.any(Number), behaviour: 'CO_LINK', weight: 3, objects: 2 };
    expect(rows.map(({ properties }) => properties)).toEqual([
      {
        ...plain,
        windows: tests.map(({ windowSeconds }) => windowSeconds),
        occasions: tests.map(({ occasions }) => occasions),
        expected: tests.map(({ expected }) => expected),
        qWho: tests.map(({ qWho }) => qWho),
        qWhen: tests.map(({ qWhen }) => qWhen),
      },
      plain,
    ]);
  });
});
