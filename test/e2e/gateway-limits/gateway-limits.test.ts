import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { request } from 'undici';
import { type Authenticate, refusedCredential } from '#gateway/access/authenticate.js';
import { type LimitSettings, USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';
import { follow } from '../serve-hub/follow.js';

/** Costs 20 people with 20 posts each. */
const QUERY = '{ people { name posts { title } } }';
const COST = 420;

let subgraphs: RunningSubgraphs;
let gateway: RunningService | undefined;
let closeSilent: (() => void) | undefined;

beforeAll(async () => {
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'simple-key')!);
});

afterEach(async () => {
  closeSilent?.();
  closeSilent = undefined;
  await gateway?.close();
  gateway = undefined;
});

afterAll(() => subgraphs.close());

async function serve(
  limits: Partial<LimitSettings>,
  file = subgraphs.file,
  authenticate: Authenticate | null = null,
): Promise<void> {
  gateway = await startSupergraphGateway({
    ...{ file, host: '127.0.0.1', port: 0, nulls: 'strict' },
    ...{ log: createLogger('test', 'silent'), authenticate, sign: null },
    limits: { ...USUAL_LIMITS, ...limits },
  });
}

async function post(body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway!.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as { data?: object; errors?: { extensions: object }[] };
  return { status: response.status, headers: response.headers, data, error: errors?.[0] };
}

test('every level of the log that is documented lets a gateway start', async () => {
  process.env.LOG_LEVEL = 'silent';
  await serve({});
  expect((await post({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
});

test('what an operation costs is said, and one that costs too much is refused with its place', async () => {
  await serve({ operationCost: COST });
  const answer = await post({ query: QUERY });
  expect(answer.data).toBeDefined();
  expect(answer.headers.get('x-operation-cost')).toBe(String(COST));
  const { headers, data, error } = await post({ query: '{ person(id: 1) { id } people { name posts { title } } }' });
  expect(data).toBeUndefined();
  expect(headers.get('x-operation-cost')).toBe(String(COST + 1));
  expect(error).toMatchObject({
    message: `the operation may cost ${COST + 1} points, and ${COST} is the limit; 400 of them are in people.posts`,
    extensions: { code: 'OPERATION_TOO_COSTLY', at: 'people.posts' },
  });
});

test('a client that has spent its points is told when to ask again, and nothing more of it is read', async () => {
  await serve({ rate: { known: 2 * COST + 10, anonymous: 0, redisUrl: null } });
  expect((await post({ query: '{ nonsense' })).error).toMatchObject({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  for (let i = 0; i < 2; i += 1) expect((await post({ query: QUERY })).data).toBeDefined();
  for (const body of [{ query: QUERY }, { query: '{ nonsense' }]) {
    const { status, headers, data, error } = await post(body);
    expect([status, data]).toEqual([429, undefined]);
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(error?.extensions).toEqual({ code: 'RATE_LIMITED', hint: expect.any(String), retryAfterSeconds: wait });
  }
  expect((await fetch(`${gateway!.url}/health`)).status).toBe(200);
});

test('each event of a stream is paid for, and the stream of whoever has spent its points ends with that', async () => {
  const feed = await runSubgraphs(readSuites().find(({ name }) => name === 'subscriptions')!);
  const seen = async (points: number) => {
    await serve({ rate: { known: points, anonymous: 0, redisUrl: null } }, feed.file);
    const codes = [];
    for await (const { data, errors } of follow(gateway!.url, 'subscription { added { id } }'))
      codes.push(data ? 'event' : errors?.[0]?.extensions);
    await gateway!.close();
    return codes;
  };
  // One for the operation, and one for each of three events.
  expect(await seen(4)).toEqual(['event', 'event', 'event']);
  const spent = { code: 'RATE_LIMITED', hint: expect.any(String), retryAfterSeconds: expect.any(Number) };
  expect(await seen(2)).toEqual(['event', spent]);
  gateway = undefined;
  feed.close();
});

describe('trusted documents', () => {
  const byId = 'query Person($id: ID!) { person(id: $id) { name } }';
  const documents = { byId: new Map([['p1', byId]]), texts: new Set([byId]) };
  const codeOf = async (body: object) => (await post(body)).error?.extensions;
  const persistedQuery = { sha256Hash: 'p1' };

  test('only those of the manifest are answered, by id or by text', async () => {
    await serve({ trusted: { documents, mode: 'only', roles: null } });
    const variables = { id: 1 };
    const answers = [{ documentId: 'p1' }, { extensions: { persistedQuery } }, { query: byId }];
    for (const asked of answers)
      expect((await post({ ...asked, variables })).data).toEqual({ person: { name: 'Ani' } });
    expect(await codeOf({ documentId: 'p2' })).toMatchObject({ code: 'UNKNOWN_DOCUMENT', at: 'documentId' });
    expect(await codeOf({ documentId: '__proto__' })).toMatchObject({ code: 'UNKNOWN_DOCUMENT' });
    expect(await codeOf({ query: QUERY })).toMatchObject({ code: 'UNKNOWN_DOCUMENT', at: 'query' });
    expect(await codeOf({ query: '{ __schema { types { name } } }' })).toMatchObject({ code: 'UNKNOWN_DOCUMENT' });
  });

  test('others are answered where they are only logged, or bind other roles', async () => {
    await serve({ trusted: { documents, mode: 'only', roles: ['REGIONAL_SYSTEM'] } });
    expect((await post({ query: QUERY })).data).toBeDefined();
    expect((await post({ documentId: 'p1', variables: { id: 1 } })).data).toBeDefined();
  });
});

test('the schema is told to nobody where it is closed, not even by proposals', async () => {
  await serve({ introspection: 'known' });
  const { error } = await post({
    query: 'query { people { id } ...F } fragment F on Query { __type(name: "Person") { name } }',
  });
  expect(error?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', at: '__schema' });
  const misspelt = (await post({ query: '{ peopel { id } }' })).error;
  expect(misspelt).toMatchObject({ message: 'Cannot query field "peopel" on type "Query".' });
  expect((await post({ query: QUERY })).data).toBeDefined();
});

test('nor by what is wrong with the value of a variable', async () => {
  const inputs = await runSubgraphs(readSuites().find(({ name }) => name === 'enum-and-input')!);
  const query = 'query Q($kind: Kind, $filter: Filter) { byA(kind: $kind, filter: $filter) }';
  const toldOf = async (variables: object) => (await post({ query, variables })).error;
  await serve({}, inputs.file);
  expect(await toldOf({ kind: 'BOTE' })).toMatchObject({ message: expect.stringContaining('Did you mean') });
  await gateway!.close();
  for (const introspection of ['known', 'off'] as const) {
    await serve({ introspection }, inputs.file);
    for (const [variables, message] of [
      [{ kind: 'BOTE' }, 'Variable "$kind" got invalid value "BOTE"; Value "BOTE" does not exist in "Kind" enum.'],
      [
        { filter: { bothe: 1 } },
        'Variable "$filter" got invalid value { bothe: 1 }; Field "bothe" is not defined by type "Filter".',
      ],
    ] as const)
      expect(await toldOf(variables)).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
    await gateway!.close();
  }
  gateway = undefined;
  inputs.close();
});

describe('pages of the origins that are named', () => {
  const PAGE = 'https://dashboard.example';
  const told = async (origin: string, given: RequestInit = {}) => {
    const headers = { origin, 'content-type': 'application/json', ...(given.headers as object) };
    const { status, headers: answered } = await fetch(`${gateway!.url}/graphql`, { ...given, headers });
    return [status, answered.get('access-control-allow-origin'), answered.get('vary')];
  };
  const asked = (body: string, method = 'POST') => ({ method, body });
  const typename = asked('{"query":"{ __typename }"}');
  const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } };

  test('may read answers, and no others', async () => {
    await serve({ origins: [PAGE] });
    for (const [given, status] of [[typename, 200] as const, [preflight, 204] as const]) {
      expect(await told(PAGE, given)).toEqual([status, PAGE, 'Origin']);
      expect(await told('https://elsewhere.example', given)).toEqual([status, null, 'Origin']);
    }
  });

  test('may read why they are refused, whoever refuses', async () => {
    await serve({ origins: [PAGE], rate: { known: 10, anonymous: 0, redisUrl: null } });
    const form = { ...typename, headers: { 'content-type': 'text/plain' } };
    expect(await told(PAGE, form)).toEqual([415, PAGE, 'Origin']);
    expect(await told(PAGE, asked(`{"query":"${'x'.repeat(2_000_000)}"}`))).toEqual([413, PAGE, 'Origin']);
    expect(await told(PAGE, asked('{"query":"{ nonsense"}'))).toEqual([200, PAGE, 'Origin']);
    for (let i = 0; i < 2; i += 1) expect(await told(PAGE, typename)).toEqual([429, PAGE, 'Origin']);
  });

  test('of others let a browser send nothing, a query in an address either', async () => {
    await serve({ origins: [PAGE] });
    const ask = async (headers: Record<string, string>) => {
      // Of fetch these headers are its own.
      const { statusCode, body } = await request(`${gateway!.url}/graphql?query={__typename}`, { headers });
      return [statusCode, await body.text()];
    };
    const answered = [200, '{"data":{"__typename":"Query"}}'];
    const picture = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' };
    expect(await ask(picture)).toEqual([403, expect.stringContaining('"FORBIDDEN"')]);
    expect(await ask({ ...picture, 'sec-fetch-site': 'same-site' })).toEqual([403, expect.anything()]);
    expect(await ask({ ...picture, 'sec-fetch-site': 'same-origin' })).toEqual(answered);
    expect(await ask({ ...picture, origin: PAGE })).toEqual(answered);
    const link = { ...picture, 'sec-fetch-mode': 'navigate', accept: 'text/html' };
    expect(await ask(link)).toEqual([200, expect.stringContaining('<!doctype html>')]);
  });

  test('ask for it without a cost, also while nothing is left to spend', async () => {
    await serve({ origins: [PAGE], rate: { known: 10, anonymous: 0, redisUrl: null } });
    for (let i = 0; i < 20; i += 1) expect((await told(PAGE, preflight))[0]).toBe(204);
    expect((await told(PAGE, typename))[0]).toBe(200);
    await told(PAGE, asked('{"query":"{ nonsense"}'));
    expect((await told(PAGE, typename))[0]).toBe(429);
    expect((await told(PAGE, preflight))[0]).toBe(204);
  });

  test('hear of a bad credential, and ask before they show one', async () => {
    const refuse = async (header: string | undefined) => {
      throw refusedCredential(`not good: ${header}`);
    };
    await serve({ origins: [PAGE] }, subgraphs.file, refuse);
    expect(await told(PAGE, typename)).toEqual([401, PAGE, 'Origin']);
    expect(await told(PAGE, preflight)).toEqual([204, PAGE, 'Origin']);
  });
});

/** A supergraph of subgraphs that answer whether they are there, and nothing else; `told` tells who is `asked` and whose asker is `gone`. */
async function silentSubgraph() {
  const told = new EventEmitter();
  const server = createServer(async (request, response) => {
    if (!(await text(request)).includes('people')) return response.end('{"data":{"__typename":"Query"}}');
    request.socket.once('close', () => told.emit('gone'));
    return told.emit('asked');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-silent-'));
  const file = join(folder, 'supergraph.graphql');
  const sdl = readFileSync(subgraphs.file, 'utf8').replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, `http://127.0.0.1:${port}`);
  writeFileSync(file, sdl);
  closeSilent = () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  };
  return { file, told };
}

test('an operation that takes too long is given up', async () => {
  const silent = await silentSubgraph();
  await serve({ operationSeconds: 1 }, silent.file);
  const gone = once(silent.told, 'gone');
  expect((await post({ query: QUERY })).error?.extensions).toMatchObject({ code: 'OPERATION_TIMEOUT' });
  await gone;
  // Who hangs is left alone, however short the time of an operation: five in a row are enough.
  const asked = Array.from({ length: 4 }, () => post({ query: QUERY }));
  for (const { error } of await Promise.all(asked))
    expect(error?.extensions).toMatchObject({ code: 'OPERATION_TIMEOUT' });
  expect((await post({ query: QUERY })).error?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
});

test('nothing is asked any more for a client that hung up, and its subgraph is not blamed', async () => {
  const silent = await silentSubgraph();
  await serve({}, silent.file);
  for (let i = 0; i < 5; i += 1) {
    const client = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify({ query: QUERY }), signal: client.signal };
    const [isAsked, isGone] = [once(silent.told, 'asked'), once(silent.told, 'gone')];
    const answer = fetch(`${gateway!.url}/graphql`, asked).catch(({ name }: Error) => name);
    await isAsked;
    client.abort();
    expect(await answer).toBe('AbortError');
    await isGone;
  }
  const metrics = await (await fetch(`${gateway!.url}/metrics`)).text();
  expect(metrics).toMatch(/jejaring_subgraph_circuit_open\{.*\} 0/);
  expect(metrics).not.toMatch(/jejaring_subgraph_circuit_open\{.*\} 1/);
});
