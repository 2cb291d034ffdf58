import { isDate, isDateTime, isPath, type Node, type Path } from 'neo4j-driver';
import type { Store } from '#domain/ports/store.js';
import { runParameters } from '#domain/run-parameters.js';
import { runPipeline } from '#graph-jobs/pipeline.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import type { Neo4jConnection } from '#store/neo4j/connection.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { analystWalks } from './analyst-walks.js';
import { describeOnTestNeo4j } from './describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from './test-database.js';
import { importWalkIssues, WALK_ACCOUNTS } from './walk-issues.js';

/** What only the store can say of the two mapped issues. */
interface Mapped {
  readonly membership: number;
  readonly run: number;
  readonly runId: string;
  readonly group: string;
  readonly otherRun: number;
  readonly otherGroup: string;
}

interface Expectation {
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Worked out by hand from the table in walk-issues.ts; accounts by native id, a path by its nodes. */
  readonly rows: readonly (readonly unknown[])[];
  /** The walk promises no order, or one by pseudonyms. */
  readonly inAnyOrder?: true;
}

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 7));
const idOf = (account: string) => pseudonymize('x', account);
const at = (time: string) => `2026-01-01T${time}+07:00[Asia/Jakarta]`;

/** Evidence points from the account with the smaller id. */
const fromSmaller = (one: string, other: string, pairs: readonly [string, string][]) =>
  pairs.map((pair) => [idOf(one) < idOf(other) ? pair : pair.toReversed()]);

const EXPECTED: Readonly<Record<string, (mapped: Mapped) => Expectation>> = {
  // banjir was mapped twice.
  'the numbers of an issue, and of its newest run that has its network': ({ membership, run, runId }) => ({
    parameters: { issue: 'banjir' },
    rows: [[membership, run, runId]],
  }),
  'who was first in an issue': ({ membership }) => ({
    parameters: { membership },
    rows: [
      [at('07:00:00'), 'warga', 'x:m01', 'banjir di Kemang'],
      [at('07:05:00'), 'humas', 'x:m02', 'banjir, posko dibuka'],
      [at('07:07:00'), 'relawan', 'x:m03', ''],
      [at('07:09:00'), 'radio', 'x:m04', ''],
      [at('07:12:00'), 'kurir', 'x:m05', 'banjir sampai sini?'],
      [at('07:15:00'), 'kurir', 'x:m06', 'banjir di mana'],
      [at('07:20:00'), 'duta', 'x:m07', 'banjir: hubungi posko'],
      [at('07:22:00'), 'staf1', 'x:m08', ''],
      [at('07:22:15'), 'staf2', 'x:m09', ''],
      [at('07:22:30'), 'gema', 'x:m10', ''],
      [at('07:25:00'), 'pendengar', 'x:m11', ''],
      [at('07:27:00'), 'staf1', 'x:m12', ''],
      [at('07:27:15'), 'staf2', 'x:m13', ''],
      [at('07:27:30'), 'gema', 'x:m14', ''],
      [at('07:30:00'), 'ibu', 'x:m15', 'banjir lagi'],
      [at('07:33:00'), 'kurir', 'x:m16', 'banjir masih tinggi'],
      [at('07:36:00'), 'staf1', 'x:m17', 'banjir, laporan RW 1'],
      [at('07:39:00'), 'staf2', 'x:m18', 'banjir, laporan RW 2'],
      [at('07:42:00'), 'pendengar', 'x:m19', 'banjir surut?'],
      [at('07:45:00'), 'pendengar', 'x:m20', 'banjir surut?'],
    ],
  }),
  // m01 <- m03 <- m04 <- m11. In listrik, pendengar reposts warga itself.
  'the path of an issue from one account to another, along the spread': ({ run }) => ({
    parameters: { from: idOf('warga'), to: idOf('pendengar'), run },
    rows: [[['warga', 'relawan', 'radio', 'pendengar']]],
  }),
  // p14 is a fifth step down.
  'the tree under one mention': () => ({
    parameters: { mention: 'x:p01' },
    rows: [
      [['x:p01', 'x:p03']],
      [['x:p01', 'x:p04']],
      [['x:p01', 'x:p05']],
      [['x:p01', 'x:p09']],
      [['x:p01', 'x:p10']],
      [['x:p01', 'x:p10', 'x:p11']],
      [['x:p01', 'x:p10', 'x:p11', 'x:p12']],
      [['x:p01', 'x:p10', 'x:p11', 'x:p12', 'x:p13']],
    ],
    inAnyOrder: true,
  }),
  // kurir by m05 and m06, radio by m04. Not m28, whose parent is outside the issue, and not m29, where warga answers
  // itself; m16 has no region, m17 and m18 neither, and m21 goes the other way.
  'accounts that carry an issue from one province to another: they answer there what others said here': (mapped) => ({
    parameters: { membership: mapped.membership, fromProvince: '31', toProvince: '32' },
    rows: [
      ['kurir', 2],
      ['radio', 1],
    ],
  }),
  // Both reposted m02, 15 seconds apart, and m07.
  'evidence of one edge of a group, whichever of its two accounts is named first': ({ group }) => {
    const [smaller, larger] = [idOf('staf1'), idOf('staf2')].sort();
    return {
      parameters: { finding: group, account: larger!, other: smaller! },
      rows: fromSmaller('staf1', 'staf2', [
        ['x:m08', 'x:m09'],
        ['x:m12', 'x:m13'],
      ]),
    };
  },
  // staf1, staf2 and gema in banjir; staf1, gema and radio in listrik.
  'accounts in groups of two issues: within one run, an account is in one group at most': (mapped) => ({
    parameters: { run: mapped.run, otherRun: mapped.otherRun },
    rows: [
      ['gema', mapped.group, mapped.otherGroup],
      ['staf1', mapped.group, mapped.otherGroup],
    ],
    inAnyOrder: true,
  }),
  // L0: humas by duta, staf1, staf2 and gema. L1: duta by staf1, staf2 and gema. L2: sepi by nobody. L3: pendengar once
  // each, kurir three times; and p16 is in the other issue.
  "an agency's declared layers and their reach": ({ run }) => ({
    parameters: { agency: 'dki', run },
    rows: [
      ['L0', 1, 4, 4],
      ['L1', 1, 3, 3],
      ['L2', 1, 0, 0],
      ['L3', 2, 2, 5],
    ],
  }),
  // kurir by m05, which shares two things, m06 and m30; humas by m02.
  'who shares what this account shares': () => ({
    parameters: { account: idOf('warga') },
    rows: [
      ['kurir', ['banjir', 'https://peta.example/kemang'], 3],
      ['humas', ['banjir'], 1],
    ],
  }),
  // m29 came on the first by UTC, and half an hour into the second in Jakarta.
  'a hashtag from its first day on, by days in Jakarta; in lower case, without #': () => ({
    parameters: { hashtag: 'banjir' },
    rows: [
      ['2026-01-01', 4],
      ['2026-01-02', 2],
    ],
  }),
  'hubs: whom most accounts of the run amplified': ({ run }) => ({
    parameters: { run },
    rows: [
      ['humas', 4, 4],
      ['warga', 3, 4],
      ['duta', 3, 3],
      ['staf2', 2, 4],
      ['radio', 2, 3],
      ['relawan', 2, 2],
      ['staf1', 1, 1],
    ],
  }),
};

const walks = await analystWalks();

test('each walk of docs/graph-model.md has rows that it must find, and there are ten or more', () => {
  expect(walks.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
  expect(walks.length).toBeGreaterThanOrEqual(10);
});

describeOnTestNeo4j('walks of docs/graph-model.md', () => {
  let store: Store;
  let connection: Neo4jConnection;
  let mapped: Mapped;

  beforeAll(async () => {
    await emptyTestDatabase();
    connection = testConnection();
    store = await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize });
    await importWalkIssues(store);
    const listrik = await mapOf(store, 'listrik', 60);
    await mapOf(store, 'banjir', 600);
    const banjir = await mapOf(store, 'banjir', 60);
    mapped = {
      ...(await connection.read<{ membership: number }>(MEMBERSHIP))[0]!,
      run: await keyOf(connection, banjir),
      runId: banjir,
      group: await groupOf(store, banjir, ['gema', 'staf1', 'staf2']),
      otherRun: await keyOf(connection, listrik),
      otherGroup: await groupOf(store, listrik, ['gema', 'radio', 'staf1']),
    };
  });
  afterAll(async () => {
    await store?.close();
    await connection?.close();
    await emptyTestDatabase();
  }, 60_000);

  test.each(walks)('$name', async ({ name, statement, parameters }) => {
    const expectation = EXPECTED[name]!(mapped);
    expect(Object.keys(expectation.parameters).sort()).toEqual(parameters);
    const found = await connection.read<object>(statement, expectation.parameters);
    const rows = found.map((row) => Object.values(row).map(shown));
    const inOrder = (all: readonly unknown[]) => (expectation.inAnyOrder ? all.toSorted(byText) : all);
    expect(inOrder(rows)).toEqual(inOrder(expectation.rows));
  });
});

const MEMBERSHIP = `MATCH (:MentionKey {id: 'x:m01'})-[r:IN_ISSUE]->(:Issue {id: 'banjir'}) RETURN r.membership AS membership`;
const KEY = 'MATCH (r:Run {id: $runId}) RETURN r.key AS key';

async function mapOf(store: Store, issueId: string, windowSeconds: number): Promise<string> {
  const parameters = runParameters({ mode: 'COMPATIBLE', windowSeconds, shuffledCopies: 1, engine: 'IN_PROCESS' });
  const watcher = { onProgress: () => undefined, stopRequested: () => false };
  const run = await runPipeline(store, { issueId, parameters, codeVersion: 'jejaring@test' }, watcher);
  expect(run.state).toBe('DONE');
  return run.id;
}

async function keyOf(connection: Neo4jConnection, runId: string): Promise<number> {
  return (await connection.read<{ key: number }>(KEY, { runId }))[0]!.key;
}

/** The run's one group, which has these members. */
async function groupOf(store: Store, runId: string, members: readonly string[]): Promise<string> {
  const groups = (await store.findings.page(runId, { first: 9, after: null })).items.map(({ node }) => node);
  expect(groups.map((group) => group.members.map(shown).sort())).toEqual([members]);
  return groups[0]!.id;
}

const names = new Map(WALK_ACCOUNTS.map((account) => [idOf(account), account]));

/** A value as an expectation has it: accounts by native id, paths by the ids of their nodes, lists in order of text. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map(shown).sort();
  if (isPath(value as Path)) return nodesOf(value as Path).map(({ properties }) => shown(properties.id));
  if (isDate(value as object) || isDateTime(value as object)) return String(value);
  return value;
}

function nodesOf({ start, segments }: Path): Node[] {
  return [start, ...segments.map(({ end }) => end)];
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
