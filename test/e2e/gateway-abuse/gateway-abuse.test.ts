import { connect, type Socket } from 'node:net';
import { answerFault } from '#bench/abuse/answer-fault.js';
import { malformedRequest } from '#bench/abuse/malformed-documents.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';
import { ask } from '../serve-hub/ask.js';

/** bench/abuse sends 100,000. */
const MALFORMED = 2000;
const GOOD = '{ people { name posts { title } } }';

let subgraphs: RunningSubgraphs;
let gateway: RunningService;

beforeAll(async () => {
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'simple-key')!);
  const log = createLogger('test', 'silent');
  const open = { authenticate: null, sign: null };
  gateway = await startSupergraphGateway({
    ...open,
    file: subgraphs.file,
    host: '127.0.0.1',
    port: 0,
    log,
    nulls: 'strict',
  });
});

afterEach(async () => {
  expect((await ask(gateway.url, GOOD)).data.people).toHaveLength(2);
});

afterAll(async () => {
  await gateway.close();
  subgraphs.close();
});

async function post(body: string): Promise<{ status: number; text: string; codes: unknown[] }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions?.code) };
}

const deep = `{ people { ${'posts { author { '.repeat(12)} id ${'} } '.repeat(12)} } }`;
const cyclic = '{ people { ...A } } fragment A on Person { ...B } fragment B on Person { posts { author { ...A } } }';
const self = '{ people { ...A } } fragment A on Person { id ...A }';

test.each([
  ['deep', { query: deep }],
  ['wide', { query: `{ people { ${'id '.repeat(5000)} } }` }],
  ['of many aliases', { query: `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: people { id }`).join(' ')} }` }],
  ['of fragments in a ring', { query: cyclic }],
  ['of a fragment in itself', { query: self }],
  ['for what is between gateway and subgraphs', { query: '{ _service { sdl } }' }],
  ['for entities', { query: '{ _entities(representations: [{ __typename: "Person", id: 1 }]) { __typename } }' }],
  [
    'of huge pages in pages',
    { query: '{ posts(first: 500) { author { posts { author { posts { author { posts { id } } } } } } } }' },
  ],
  ['of a huge list', { query: '{ __typename }', variables: { ids: Array.from({ length: 6000 }, () => 1) } }],
  ['that is none', { query: 7 }],
  ['without a query', { variables: {} }],
  ['with variables of another kind', { query: 'query ($id: ID!) { person(id: $id) { name } }', variables: { id: {} } }],
])('a request %s is refused with a code', async (_, body) => {
  const { status, text, codes } = await post(JSON.stringify(body));
  expect(status).toBeLessThan(500);
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) expect(code).toMatch(/^[A-Z_]+$/);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  expect(answerFault(status, text)).toBeNull();
});

test('requests in a batch are refused', async () => {
  const { text, codes } = await post(JSON.stringify(Array.from({ length: 100 }, () => ({ query: GOOD }))));
  expect(codes).toEqual([expect.stringMatching(/^[A-Z_]+$/)]);
  expect(text).not.toMatch(/Ani/);
});

test('a body beyond the limit is not read, and a large variable is no harm', async () => {
  const query = 'query ($id: ID!) { person(id: $id) { name } }';
  const large = await post(JSON.stringify({ query, variables: { id: 'x'.repeat(60_000) } }));
  expect(large.text).toBe('{"data":{"person":null}}');
  const tooLarge = await post(JSON.stringify({ query, variables: { id: 'x'.repeat(70_000) } }));
  expect([tooLarge.status, tooLarge.codes]).toEqual([413, ['REQUEST_TOO_LARGE']]);
});

test('connections that send a byte now and then hold up nobody, and are closed', async () => {
  const { port } = new URL(gateway.url);
  const slow = Array.from({ length: 100 }, () => {
    const socket: Socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\n'),
    );
    return socket.on('error', () => undefined).resume();
  });
  const trickle = setInterval(() => {
    for (const socket of slow) socket.write('x');
  }, 500);
  expect((await ask(gateway.url, GOOD)).data.people).toHaveLength(2);
  await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  clearInterval(trickle);
}, 60_000);

test('a client that hangs up leaves the plan of its request to others', async () => {
  const query = '{ people { id name posts { id title author { id } } } }';
  const stop = new AbortController();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  const aborted = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: stop.signal });
  setTimeout(() => stop.abort(), 3);
  await aborted.catch(() => undefined);
  expect((await ask(gateway.url, query)).errors).toBeUndefined();
});

const VALID = [
  GOOD,
  'query ($id: ID!) { person(id: $id) { posts { author { name } } } }',
  '{ posts { ...P } } fragment P on Post { id title }',
];
const NAMES = ['people', 'posts', 'person', 'id', 'name', 'author', 'title'];

test(`${MALFORMED} malformed documents: no crash, nothing told of the inside, a code for each error`, async () => {
  const numbers = Array.from({ length: MALFORMED }, (_, number) => number);
  const refused = new Set<unknown>();
  const send = async () => {
    for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
      const request = malformedRequest(number, VALID, NAMES);
      const { status, text, codes } = await post(JSON.stringify(request));
      expect([request, answerFault(status, text)]).toEqual([request, null]);
      for (const code of codes) refused.add(code);
    }
  };
  await Promise.all(Array.from({ length: 4 }, send));
  // They reach all the ways in which a document can be wrong.
  for (const code of ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST'])
    expect(refused).toContain(code);
});
