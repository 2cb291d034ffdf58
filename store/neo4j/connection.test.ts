import { describeOnTestNeo4j } from '../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection } from '../../test/neo4j/test-database.js';

describeOnTestNeo4j('a write', () => {
  test('runs statements that are sent at once one after the other, however many rows they give', async () => {
    await emptyTestDatabase();
    const connection = testConnection();
    const ids = Array.from({ length: 2_500 }, (_, i) => `${i}`);
    await connection.autoCommit("UNWIND $ids AS id CREATE (:Account {id: id, handle: 'old'})", { ids });
    const rows = await connection.write(async (cypher) => {
      const [before] = await Promise.all([
        cypher.run<{ handle: string }>('UNWIND $ids AS id MATCH (a:Account {id: id}) RETURN a.handle AS handle', {
          ids,
        }),
        cypher.run("MATCH (a:Account) SET a.handle = 'new'"),
      ]);
      return before;
    });
    expect(rows).toHaveLength(ids.length);
    expect(new Set(rows.map(({ handle }) => handle))).toEqual(new Set(['old']));
    await connection.close();
  });
});
