import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { Neo4jConnection } from '#store/neo4j/connection.js';
import { ensureSchema } from '#store/neo4j/schema/ensure-schema.js';
import { describeOnTestGds } from './describe-on-test-gds.js';
import { PLAUSIBLE_GRAPH } from './plausible-graph.js';
import { adapterFiles, type Statement, statementsOf } from './statements.js';
import { emptyTestDatabase, testNeo4jSettings } from './test-database.js';

interface Step {
  readonly operator: string;
  readonly details: string;
}

// Reads everything that has a label or type, or all of an index, or everything there is.
const SCAN =
  /^(AllNodesScan|\w*LabelScan|\w*LabelsScan|\w*RelationshipTypeScan|\w*RelationshipTypesScan|\w*AllRelationshipsScan|\w*IndexScan|\w*IndexContainsScan|\w*IndexEndsWithScan)$/;
const SORT = /^(Top|Sort|PartialTop|PartialSort)$/;

/** Labels of which an installation has thousands at most, by what people set up: reading them all is quick. */
const FEW = /:(Issue|Agency|Region|Sequence|Schema|Import)\b/;

/** Statements that sort on purpose, and why what they sort is little. */
const SORTED: Readonly<Record<string, string>> = {
  'claims/cluster.cypher.ts RESPONSES': 'what responds to 500 mentions of a claim',
  'engine/projection.gds.cypher.ts PROJECT_NETWORK':
    'the edges of an issue, so that the projection is the same everywhere',
  'mentions/mention-selections.cypher.ts MENTION_PAGES.text.NEWEST': 'at most 20,000 hits of a rare text',
  'mentions/mention-selections.cypher.ts MENTION_PAGES.text.OLDEST': 'at most 20,000 hits of a rare text',
  'mentions/mention-selections.cypher.ts MENTION_PAGES.agency.NEWEST': 'a page of each account of an agency',
  'mentions/mention-selections.cypher.ts MENTION_PAGES.agency.OLDEST': 'a page of each account of an agency',
  'reference/accounts.cypher.ts ACCOUNT_PAGES.layers': 'a page of each of four layers',
  'reference/accounts.cypher.ts ACCOUNT_PAGES.platforms': 'a page of each platform',
  'reference/agencies.cypher.ts AGENCY_PAGES.region': 'the agencies of a province, hundreds',
  'reference/agencies.cypher.ts AGENCY_PAGES.kinds': 'a page of each kind',
  'runs/finding-store.cypher.ts EVIDENCE_OF_EDGE': 'rows of equal keys, only where the planner has no counts yet',
  'runs/finding-store.cypher.ts FINDINGS_OF_LINE': 'one group in the runs of an issue, hundreds',
  'runs/regional-findings.cypher.ts EVIDENCE_IN_REGIONS': 'the kept evidence of one group',
  'runs/regional-findings.cypher.ts GROUPS_IN_REGIONS': 'the groups of one run, hundreds, without their bodies',
  'runs/regional-findings.cypher.ts MEMBERS_IN_REGIONS': 'accounts of one group',
  'runs/spread-walk-store.cypher.ts AMPLIFYING_MENTIONS': 'only where the planner has no counts yet',
  'runs/spread-walk-store.cypher.ts EDGES_AMONG': 'a page of the edges among 501 accounts',
  'runs/job-queue.cypher.ts TAKE_OLDEST': 'jobs that wait, tens',
  'runs/write-run-results.cypher.ts SUPERSEDED': 'the runs of an issue, hundreds',
  'transfer/findings.cypher.ts READ_GROUPS': 'one slice of a copy',
};

/** Statements that read all of a label, since that is what they are for: counts of a copy. */
const WHOLE: Readonly<Record<string, string>> = {
  'claims/claims.cypher.ts CLAIM_WORDS':
    'claims without an id are known by their words: those of all are compared, under the lock of the registry',
  'schema/schema.cypher.ts SCHEMA_3.0': 'once, at the first start of a program that lists cascades by their measures',
  'schema/schema.cypher.ts SCHEMA_2.0': 'once, at the first start of a program that knows lines',
  'transfer/claims.cypher.ts COUNT_CLAIMS': 'counts what a copy moved',
  'transfer/claims.cypher.ts COUNT_DECISIONS': 'counts what a copy moved',
  'transfer/emerging.cypher.ts COUNT_CANDIDATES': 'counts what a copy moved',
  'transfer/emerging.cypher.ts COUNT_EMERGING_DECISIONS': 'counts what a copy moved',
  'transfer/emerging.cypher.ts COUNT_SEARCHES': 'counts what a copy moved',
  'transfer/findings.cypher.ts COUNT_GROUPS': 'counts what a copy moved',
  'transfer/jobs.cypher.ts COUNT_JOBS': 'counts what a copy moved',
  'transfer/runs.cypher.ts COUNT_DOCUMENTS': 'counts what a copy moved',
  'transfer/runs.cypher.ts COUNT_RUNS': 'counts what a copy moved',
};

const files = adapterFiles().filter((file) => file.endsWith('.cypher.ts'));
const statements = (await Promise.all(files.map(statementsOf))).flat();

// Statements for Graph Data Science (*.gds.cypher.ts) are explained too: a server without it knows none of their procedures.
describeOnTestGds('plans of the Neo4j store', () => {
  let driver: Driver;

  beforeAll(async () => {
    const settings = testNeo4jSettings();
    await emptyTestDatabase();
    const connection = new Neo4jConnection(settings, { patienceMs: 10_000 });
    await ensureSchema(connection);
    await connection.close();
    driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password));
  });
  afterAll(async () => {
    await driver?.close();
    await emptyTestDatabase();
  }, 60_000);

  // The planner chooses by what it counts: a new database, and one in use.
  describe.each([
    ['an empty database', []],
    ['a database with data', PLAUSIBLE_GRAPH],
  ])('on %s', (_, graph) => {
    beforeAll(async () => {
      for (const statement of graph) await driver.executeQuery(statement);
      await driver.executeQuery('CALL db.prepareForReplanning(120)');
      await driver.executeQuery('CALL db.clearQueryCaches()');
    });

    test.each(statements.map((statement) => [statement.name, statement] as const))('%s', async (_, statement) => {
      const steps = await explain(driver, statement);
      if (WHOLE[statement.name] === undefined)
        expect(steps.filter(({ operator, details }) => SCAN.test(operator) && !FEW.test(details))).toEqual([]);
      if (SORTED[statement.name] === undefined) expect(steps.filter(({ operator }) => SORT.test(operator))).toEqual([]);
    });

    test('the history of a group reads no body of a finding, and one that is listed whole does', async () => {
      const reads = async (name: string) => {
        const steps = await explain(
          driver,
          statements.find((one) => one.name === `runs/finding-store.cypher.ts ${name}`)!,
        );
        return steps.some(({ details }) => /\bbody\b/.test(details));
      };
      expect([await reads('FINDINGS_OF_LINE'), await reads('FINDINGS_OF_RUN')]).toEqual([false, true]);
    });

    test.each([
      'MATCH (m:Mention) WHERE m.text = $text RETURN m',
      'MATCH (n) WHERE n.id = $id RETURN n',
      'MATCH ()-[r:AMPLIFIED]->() WHERE r.weight = $weight RETURN r',
      'MATCH (a:Account) WHERE a.handleKey CONTAINS $part AND a.id IS NOT NULL RETURN a',
    ])('would notice a scan: %s', async (text) => {
      const steps = await explain(driver, { name: 'scan', text });
      expect(steps.some(({ operator, details }) => SCAN.test(operator) && !FEW.test(details))).toBe(true);
    });

    test('would notice a sort', async () => {
      const text =
        'MATCH (m:Mention) WHERE m.accountId = $id AND m.publishedAt > 0 AND m.id > "" RETURN m ORDER BY m.id LIMIT 9';
      expect((await explain(driver, { name: 'sort', text })).some(({ operator }) => SORT.test(operator))).toBe(true);
    });
  });

  test('every reason is that of a statement', () => {
    const names = statements.map(({ name }) => name);
    expect(Object.keys({ ...SORTED, ...WHOLE }).filter((name) => !names.includes(name))).toEqual([]);
  });
});

async function explain(driver: Driver, { text }: Statement): Promise<Step[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`);
  const steps: Step[] = [];
  const walk = ({ operatorType, arguments: told, children }: Plan) => {
    steps.push({ operator: operatorType.replace(/@.*/, ''), details: String((told as { Details?: string }).Details) });
    children.forEach(walk);
  };
  if (summary.plan !== false) walk(summary.plan);
  return steps;
}
