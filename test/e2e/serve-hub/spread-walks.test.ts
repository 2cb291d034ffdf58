import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { importMentions } from '../../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../../builders/records.js';
import { ask } from './ask.js';
import { countingStore } from './counting-store.js';
import { ISSUE, makeHubData, PRIVATE_HANDLES } from './hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let real: Store;
let calls: string[];
let hub: RunningService;
let agency: string;
let person: string;

beforeAll(async () => {
  data = await makeHubData();
  real = await openStore(data);
  const counting = countingStore(real);
  calls = counting.calls;
  hub = await startHub(counting.store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
  const found = await ask(
    hub.url,
    `{ accounts(handle: "bpbdjakarta") { nodes { id amplifiedBy(issue: "${ISSUE}") { nodes { account { id } } } } } }`,
  );
  agency = found.data.accounts.nodes[0].id;
  person = found.data.accounts.nodes[0].amplifiedBy.nodes[0].account.id;
});

afterAll(async () => {
  await hub.close();
  await real.close();
  data.remove();
});

beforeEach(() => {
  calls.length = 0;
});

const path = (from: string, to: string, more = '', issue = ISSUE) =>
  `spreadPath(from: "${from}", to: "${to}", issue: "${issue}" ${more})`;
const PATH = 'outcome length accounts { label agency { id } } searchedLength searchedEdges run { state }';

test('a path has its accounts by name where they are public, and the mentions behind each step', async () => {
  const behind =
    'from { id } to { id handle } weight mentions(first: 2) { totalCount nodes { mention { id kind } parent { id } } pageInfo { hasNextPage } }';
  const { data, errors } = await ask(hub.url, `{ ${path(agency, person)} { ${PATH} steps { ${behind} } } }`);
  expect(errors).toBeUndefined();
  const { steps, ...found } = data.spreadPath;
  expect(found).toEqual({
    outcome: 'FOUND',
    length: 1,
    accounts: [
      { label: 'BPBDJakarta', agency: { id: 'bpbd-dki' } },
      { label: person, agency: null },
    ],
    searchedLength: 1,
    searchedEdges: expect.any(Number),
    run: { state: 'DONE' },
  });
  expect(steps).toMatchObject([{ from: { id: agency }, to: { id: person, handle: null } }]);
  const [{ weight, mentions }] = steps;
  expect(mentions.totalCount).toBe(weight);
  expect(mentions.nodes).toHaveLength(2);
  expect(mentions.nodes[0].parent.id).toBe('x:post0');
  expect(mentions.pageInfo.hasNextPage).toBe(true);
  for (const handle of PRIVATE_HANDLES) expect(JSON.stringify(data)).not.toContain(handle);
});

test('what was not found is told apart from what is not there', async () => {
  const { data } = await ask(
    hub.url,
    `{ back: ${path(person, agency)} { ${PATH} steps { weight } } self: ${path(agency, agency)} { ${PATH} steps { weight } } }`,
  );
  expect(data.back).toMatchObject({ outcome: 'NO_PATH', length: null, accounts: [], steps: [] });
  expect(data.self).toMatchObject({ outcome: 'FOUND', length: 0, accounts: [{ label: 'BPBDJakarta' }], steps: [] });
});

test.each([
  ['from', () => path('nobody', person), 'NOT_FOUND', 'there is no account "nobody"'],
  ['to', () => path(agency, 'nobody'), 'NOT_FOUND', 'there is no account "nobody"'],
  ['issue', () => path(agency, person, '', 'banjir-jakarat'), 'NOT_FOUND', 'there is no issue "banjir-jakarat"'],
  [
    'maxLength',
    () => path(agency, person, 'maxLength: 13'),
    'BAD_PARAMETERS',
    'maxLength: 13 is not a length of a path',
  ],
])('a path with an unknown or impossible %s is refused', async (at, field, code, message) => {
  const { data, errors } = await ask(hub.url, `{ ${field()} { outcome } }`);
  expect(data.spreadPath).toBeNull();
  expect(errors).toMatchObject([{ message, extensions: { code, at } }]);
});

test('before the first run of an issue there is no path to be told of', async () => {
  await real.issues.create({ id: 'unmapped', title: '', query: 'kopi', ownerAgencyId: null, sharedWith: [] });
  const around = `account(id: "${agency}") { neighbourhood(issue: "unmapped") { total } }`;
  const { errors } = await ask(hub.url, `{ ${path(agency, person, '', 'unmapped')} { outcome } ${around} }`);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NO_RUN_YET', 'NO_RUN_YET']);
});

const neighbourhood = (words: string, asked: string) =>
  `account(id: "${agency}") { neighbourhood(issue: "${ISSUE}" ${words}) { ${asked} } }`;

test('a neighbourhood says how much of it is shown, and has the edges between its accounts', async () => {
  const asked =
    'shown total totalIsExact accounts { nodes { distance weight account { label } } } edges { totalCount nodes { weight from { id } to { id } } } run { state }';
  const { data, errors } = await ask(hub.url, `{ ${neighbourhood('depth: 2 most: 3', asked)} }`);
  expect(errors).toBeUndefined();
  const found = data.account.neighbourhood;
  expect(found).toMatchObject({ shown: 3, total: 8, totalIsExact: true, run: { state: 'DONE' } });
  expect(found.accounts.nodes).toHaveLength(3);
  expect(found.edges.totalCount).toBe(3);
  expect(found.edges.nodes.map(({ weight }: { weight: number }) => weight)).toEqual(
    found.accounts.nodes.map(({ weight }: { weight: number }) => weight),
  );
  for (const { from } of found.edges.nodes) expect(from.id).toBe(agency);
  const against = await ask(hub.url, `{ ${neighbourhood('direction: AGAINST', asked)} }`);
  expect(against.data.account.neighbourhood).toMatchObject({ shown: 0, total: 0, accounts: { nodes: [] } });
});

test('accounts and edges of a neighbourhood come in pages without gap or repetition', async () => {
  for (const [list, key] of [
    ['accounts', 'account { id }'],
    ['edges', 'to { id }'],
  ] as const) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { ${neighbourhood('', `${list}(first: 3, after: $after) { nodes { ${key} } pageInfo { endCursor hasNextPage } }`)} }`;
      const { data } = await ask(hub.url, query, { after });
      const page = data.account.neighbourhood[list];
      seen.push(...page.nodes.map((node: object) => JSON.stringify(node)));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  }
});

test('walks under a long list are refused before any is made, ten are made one after another', async () => {
  const accounts = (first: number) =>
    `{ accounts(first: ${first}) { nodes { neighbourhood(issue: "${ISSUE}") { total } } } }`;
  const { errors } = await ask(hub.url, accounts(500));
  expect(errors).toMatchObject([
    {
      message:
        'the operation may cost 2250501 points, and 50000 is the limit; 2250000 of them are in accounts.nodes.neighbourhood',
      extensions: { code: 'OPERATION_TOO_COSTLY', at: 'accounts.nodes.neighbourhood' },
    },
  ]);
  expect(calls).toEqual([]);
  const { data } = await ask(hub.url, accounts(10));
  expect(data.accounts.nodes).toHaveLength(10);
  expect(calls.filter((call) => call === 'runs.latest').length).toBe(1 + 10);
});

test('the mentions behind a step are those of now, its weight is of the run', async () => {
  const asked = `{ ${path(agency, person)} { steps { weight mentions { totalCount } } } }`;
  const before = (await ask(hub.url, asked)).data.spreadPath.steps[0];
  const late = PRIVATE_HANDLES.map((handle, i) =>
    mentionRecord(`late${i}`, {
      account: accountRecord(`p${i}`, { handle, displayName: `Warga ${i}` }),
      kind: 'QUOTE',
      parentNativeId: 'post0',
      text: 'Masih banjir',
      minute: 99,
    }),
  );
  await importMentions(real, late);
  expect((await ask(hub.url, asked)).data.spreadPath.steps).toEqual([
    { weight: before.weight, mentions: { totalCount: before.mentions.totalCount + 1 } },
  ]);
});
