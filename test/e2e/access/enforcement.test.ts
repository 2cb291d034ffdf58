import type { Caller } from '#domain/caller.js';
import { ANYONE } from '#domain/caller.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import type { Answer } from '../serve-hub/ask.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])';
const SUBGRAPHS = [
  {
    name: 'people',
    sdl: `${LINK}
      type Query { people: [Person!] things: [Thing!] open: String secret: String @requiresScopes(scopes: [["secret"]]) vault: Vault }
      type Mutation { hire: String @requiresScopes(scopes: [["hire"]]) wave: String }
      type Subscription { hired: Person closed: Person @authenticated }
      interface Thing { id: ID! label: String }
      type Person implements Thing @key(fields: "id") { id: ID! label: String name: String! @authenticated }
      type Desk implements Thing { id: ID! label: String @requiresScopes(scopes: [["desk"]]) }
      type Vault @authenticated { gold: Int }`,
  },
  {
    name: 'wages',
    sdl: `${LINK}
      type Person @key(fields: "id") { id: ID! wage: Int @requiresScopes(scopes: [["wage"], ["boss", "all"]]) }`,
  },
];
const DATA = {
  people: {
    Query: {
      people: [{ $row: ['Person', 'a'] }, { $row: ['Person', 'b'] }],
      things: [{ $row: ['Person', 'a'] }, { $row: ['Desk', 'd'] }],
      open: 'yes',
      secret: 'hush',
      vault: { gold: 7 },
    },
    Mutation: { hire: 'hired', wave: 'hello' },
    Subscription: { hired: { $events: [{ id: 1 }] }, closed: { $events: [{ id: 1 }] } },
    Person: { a: { id: 1, label: 'A', name: 'Ani' }, b: { id: 2, label: 'B', name: 'Budi' } },
    Desk: { d: { id: 3, label: 'D' } },
  },
  wages: { Person: { a: { id: 1, wage: 10 }, b: { id: 2, wage: 20 } } },
};

let subgraphs: RunningSubgraphs;
let gateway: RunningService;

beforeAll(async () => {
  subgraphs = await runSubgraphs({ subgraphs: SUBGRAPHS, data: DATA });
  gateway = await startSupergraphGateway({
    file: subgraphs.file,
    host: '127.0.0.1',
    port: 0,
    log: createLogger('test', 'silent'),
    nulls: 'strict',
    authenticate: async (scopes) => ({ caller: callerWith(scopes), validUntil: Date.now() + 60_000 }),
    sign: null,
  });
});

afterAll(async () => {
  await gateway.close();
  subgraphs.close();
});

function callerWith(scopes: string | undefined): Caller {
  if (scopes === undefined) return ANYONE;
  return { principal: 'key:1', role: 'POLICY_REVIEWER', scopes: scopes.split(' '), regions: null, agencyId: null };
}

/** Null: without a credential. */
async function ask(query: string, scopes: string | null, accept = 'application/json') {
  const headers = { 'content-type': 'application/json', accept, ...(scopes !== null && { authorization: scopes }) };
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const text = await response.text();
  const json = accept === 'application/json' ? text : (/^data: ?(\{.*)$/m.exec(text)?.[1] ?? '{}');
  const { data, errors = [] } = JSON.parse(json) as Answer;
  return { data, denied: errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`) };
}

test.each<[string, string, string | null, unknown, string[]]>([
  ['what is open', '{ open }', null, { open: 'yes' }, []],
  ['a scope, nobody', '{ open secret }', null, { open: 'yes', secret: null }, ['secret UNAUTHENTICATED']],
  ['a scope, another', '{ secret }', 'wage', { secret: null }, ['secret FORBIDDEN']],
  ['a scope, its own', '{ secret }', 'secret', { secret: 'hush' }, []],
  ['under an alias', '{ open: secret }', 'wage', { open: null }, ['open FORBIDDEN']],
  ['in a fragment', '{ ...F } fragment F on Query { secret }', 'wage', { secret: null }, ['secret FORBIDDEN']],
  [
    'by @include of a variable',
    'query ($yes: Boolean = true) { secret @include(if: $yes) open @skip(if: $yes) }',
    'wage',
    { secret: null },
    ['secret FORBIDDEN'],
  ],
  [
    'of another subgraph, at each place',
    '{ people { id wage } }',
    'secret',
    {
      people: [
        { id: '1', wage: null },
        { id: '2', wage: null },
      ],
    },
    ['people.0.wage FORBIDDEN', 'people.1.wage FORBIDDEN'],
  ],
  ['scopes of which one list will do', '{ people { wage } }', 'boss all', { people: [{ wage: 10 }, { wage: 20 }] }, []],
  [
    'one scope of a list of two',
    '{ people { wage } }',
    'boss',
    { people: [{ wage: null }, { wage: null }] },
    ['people.0.wage FORBIDDEN', 'people.1.wage FORBIDDEN'],
  ],
  [
    'a field that is never null',
    '{ open people { name } }',
    null,
    { open: 'yes', people: null },
    ['people.0.name UNAUTHENTICATED'],
  ],
  ['a type that is closed as a whole', '{ vault { gold } }', null, { vault: null }, ['vault UNAUTHENTICATED']],
  [
    'through an interface what each of its types asks for',
    '{ things { id label } }',
    'wage',
    {
      things: [
        { id: '1', label: null },
        { id: '3', label: null },
      ],
    },
    ['things.0.label FORBIDDEN', 'things.1.label FORBIDDEN'],
  ],
  [
    'type by type under an interface',
    '{ things { ... on Person { label } ... on Desk { label } } }',
    'wage',
    { things: [{ label: 'A' }, { label: null }] },
    ['things.1.label FORBIDDEN'],
  ],
  ['one mutation of two', 'mutation { hire wave }', 'wage', { hire: null, wave: 'hello' }, ['hire FORBIDDEN']],
])('%s', async (_, query, scopes, data, denied) => {
  // Twice: the second is answered by what was kept of the first.
  for (let i = 0; i < 2; i += 1) expect(await ask(query, scopes)).toEqual({ data, denied });
});

test('subgraphs are not asked for what is closed', async () => {
  for (const server of subgraphs.servers.values()) server.fetches();
  await ask('{ secret people { wage } }', 'nothing');
  await ask('mutation { hire }', 'nothing');
  expect([...subgraphs.servers].map(([name, server]) => [name, server.fetches()])).toEqual([
    ['people', 1],
    ['wages', 0],
  ]);
});

test('what is kept of one caller is not given to another, in whatever order they come', async () => {
  const query = '{ secret people { id wage } }';
  const order = ['secret', null, 'wage', 'secret wage', 'nothing', null, 'secret'];
  const seen = [];
  for (const scopes of order) {
    const { data } = await ask(query, scopes);
    seen.push([data.secret, data.people[0].wage]);
  }
  expect(seen).toEqual([
    ['hush', null],
    [null, null],
    [null, 10],
    ['hush', 10],
    [null, null],
    [null, null],
    ['hush', null],
  ]);
});

test('callers who ask the same at the same time are answered each for themselves', async () => {
  const callers = Array.from({ length: 24 }, (_, i) => ['secret', null, 'wage', 'secret wage'][i % 4] ?? null);
  const answers = await Promise.all(callers.map((scopes) => ask('{ secret people { id wage } }', scopes)));
  expect(answers.map(({ data }) => [data.secret === 'hush', data.people[0].wage === 10])).toEqual(
    callers.map((scopes) => [scopes?.includes('secret') ?? false, scopes?.includes('wage') ?? false]),
  );
});

test('events carry what is open to who follows; a closed subscription does not begin', async () => {
  const stream = (query: string, scopes: string | null) => ask(query, scopes, 'text/event-stream');
  expect(await stream('subscription { hired { id wage } }', 'wage')).toEqual({
    data: { hired: { id: '1', wage: 10 } },
    denied: [],
  });
  expect(await stream('subscription { hired { id wage } }', null)).toEqual({
    data: { hired: { id: '1', wage: null } },
    denied: ['hired.wage UNAUTHENTICATED'],
  });
  for (const server of subgraphs.servers.values()) server.fetches();
  expect(await stream('subscription { closed { id } }', null)).toEqual({
    data: { closed: null },
    denied: ['closed UNAUTHENTICATED'],
  });
  expect(subgraphs.servers.get('people')?.fetches()).toBe(0);
});
