import { describeOnTestNeo4j } from '../../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection } from '../../../test/neo4j/test-database.js';
import type { StoredMention } from '../../ingest/batch-mentions.js';
import { type Cypher, type Neo4jConnection, SERVER_TIMEOUT } from '../connection.js';
import { ensureSchema } from '../schema/ensure-schema.js';
import { readAncestors } from './read-batch.js';

const LENGTH = 8_000;
/** Mention n responds to mention n - 1. */
const CHAIN = `UNWIND range(0, $last) AS n
CREATE (:MentionKey:Mention {id: 'x:' + n, parentId: CASE n WHEN 0 THEN null ELSE 'x:' + (n - 1) END})`;
const RESPONSES = `MATCH (m:MentionKey) WHERE m.parentId IS NOT NULL
MATCH (parent:MentionKey {id: m.parentId})
CREATE (m)-[:RESPONDS_TO]->(parent)`;

/** A placeholder that is filled, and stored responses to these, which the batch does not name. */
function storedBelow(parents: readonly number[]): StoredMention<string>[] {
  const of = (key: string, parentKey: string | null, publishedAt: number | null) =>
    ({ key, parentKey, publishedAt }) as StoredMention<string>;
  return [of('x:late', null, null), ...parents.map((n) => of(`below:${n}`, `x:${n}`, 1))];
}

describeOnTestNeo4j('a chain of 8,000 parents', () => {
  let connection: Neo4jConnection;
  beforeAll(async () => {
    await emptyTestDatabase();
    connection = testConnection();
    await ensureSchema(connection);
    await connection.write(async (cypher) => {
      await cypher.run(CHAIN, { last: LENGTH - 1 });
      await cypher.run(RESPONSES);
    });
  });
  afterAll(() => connection.close());

  /** What is read above these, in how many statements and rows. */
  async function walk(parents: readonly number[]) {
    const cost = { statements: 0, rows: 0 };
    const found = await connection.readAll((cypher) => {
      const run: Cypher['run'] = async <Row>(...asked: Parameters<Cypher['run']>) => {
        const rows = await cypher.run<Row>(...asked);
        cost.statements += 1;
        cost.rows += rows.length;
        return rows;
      };
      return readAncestors({ ...cypher, run }, storedBelow(parents));
    }, SERVER_TIMEOUT);
    return { found, ...cost };
  }

  test.each([
    ['from its end', [LENGTH - 1], 17],
    ['from 2,000 that lie side by side', Array.from({ length: 2_000 }, (_, n) => LENGTH - 1 - n), 15],
    ['from 2,000 that lie all over it', Array.from({ length: 2_000 }, (_, n) => 4 * n + 3), 2],
    ['from 100 that lie far from each other', Array.from({ length: 100 }, (_, n) => 80 * n + 79), 7],
  ])('is read %s, each mention about once', async (_, parents, most) => {
    const { found, statements, rows } = await walk(parents);
    const top = Math.max(...parents);
    expect(found.size).toBe(top + 1);
    expect(found.get('x:0')).toBeNull();
    for (let n = 1; n <= top; n += 1) if (found.get(`x:${n}`) !== `x:${n - 1}`) throw new Error(`x:${n} has no parent`);
    expect(statements).toBeLessThanOrEqual(most);
    expect(rows).toBeLessThanOrEqual(1.5 * LENGTH);
  });
});
