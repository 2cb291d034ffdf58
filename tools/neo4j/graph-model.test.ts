import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { MATCHES_BY_STATE } from '#store/neo4j/claims/claim-schema.cypher.js';
import { EMERGING_SCHEMA } from '#store/neo4j/emerging/emerging-schema.cypher.js';
import { SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4 } from '#store/neo4j/schema/schema.cypher.js';
import { cypherBlocks } from './cypher-blocks.mjs';
import { describeNeo4j } from './describe-neo4j.ts';
import { startNeo4j } from './start-neo4j.mjs';

const START = 300_000;
const statements = cypherBlocks(readFileSync('docs/graph-model.md', 'utf8'));
const isSchema = (statement: string) => /^(CREATE (CONSTRAINT|INDEX|FULLTEXT)|CALL db\.createProperty)/.test(statement);
const queries = statements.filter((statement) => !isSchema(statement));

// Reads everything that has a label or type, or everything there is.
const SCAN =
  /^(AllNodesScan|\w*NodeByLabelScan|\w*LabelsScan|\w*RelationshipTypeScan|\w*RelationshipTypesScan|\w*AllRelationshipsScan|\w*IndexScan|\w*IndexContainsScan)$/;

test('the page has every statement of the schema, word for word and in its order, and no other', () => {
  const inOneLine = statements.filter(isSchema).map((statement) => statement.replace(/\s+/g, ' '));
  expect(inOneLine).toEqual([
    ...SCHEMA_1,
    ...SCHEMA_2.filter(isSchema),
    ...SCHEMA_3.filter(isSchema),
    ...SCHEMA_4,
    ...EMERGING_SCHEMA,
    ...MATCHES_BY_STATE,
  ]);
});

describeNeo4j('docs/graph-model.md on a real Neo4j', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startNeo4j>>;
  let driver: Driver;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jejaring-graph-model-'));
    server = await startNeo4j({ folder, heap: '512m', pageCacheMiB: 64 });
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    for (const twice of [1, 2])
      for (const statement of statements.filter(isSchema)) await driver.executeQuery(statement, { twice });
    await driver.executeQuery('CALL db.awaitIndexes(60)');
  }, START);

  afterAll(async () => {
    await driver?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, START);

  test('has every constraint and index of the page, once', async () => {
    const { records } = await driver.executeQuery('SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP" RETURN name');
    const named = statements.flatMap((statement) => /^CREATE .*?(?:CONSTRAINT|INDEX) (\w+)/.exec(statement)?.[1] ?? []);
    expect(records.map((record) => record.get('name') as string).sort()).toEqual(named.sort());
  });

  test.each(queries.map((query) => [query.split('\n')[0], query]))('%s', async (_, query) => {
    const operators = await explain(driver, query!);
    expect(operators.filter((operator) => SCAN.test(operator))).toEqual([]);
  });

  test('would notice a scan', async () => {
    expect(await explain(driver, 'MATCH (m:Mention) WHERE m.text = $text RETURN m')).toEqual(
      expect.arrayContaining([expect.stringMatching(SCAN)]),
    );
  });
});

async function explain(driver: Driver, query: string): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${query}`);
  const operators: string[] = [];
  const walk = (plan: Plan) => {
    operators.push(plan.operatorType.replace(/@.*/, ''));
    plan.children.forEach(walk);
  };
  walk(summary.plan as Plan);
  return operators;
}
