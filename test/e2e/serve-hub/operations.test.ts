import { get } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { startHub } from '#cli/serve/start-hub.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { ask } from './ask.js';
import { countingStore } from './counting-store.js';
import { makeHubData } from './hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let real: Store;
let hub: RunningService;
let faults: Record<string, Error>;

beforeAll(async () => {
  data = await makeHubData();
  real = await openStore(data);
  const { store } = countingStore(real, (call) => {
    if (faults[call]) throw faults[call];
  });
  const health = async () => {
    if (faults.health) throw faults.health;
    return real.health();
  };
  hub = await startHub({ ...store, health }, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
});

afterAll(async () => {
  await hub.close();
  await real.close();
  data.remove();
});

beforeEach(() => {
  faults = {};
});

test('/health says that the process lives, /ready that each part answers', async () => {
  expect(await (await fetch(`${hub.url}/health`)).json()).toEqual({ status: 'ok' });
  const ready = await fetch(`${hub.url}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    ready: true,
    parts: { store: 'ok', accounts: 'ok', agencies: 'ok', mentions: 'ok', spread: 'ok' },
  });
});

test('/ready names the part that does not answer', async () => {
  faults.health = new Error('disk gone');
  const ready = await fetch(`${hub.url}/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ ready: false, parts: { store: 'no answer', mentions: 'ok' } });
});

test('/metrics counts requests and errors by code', async () => {
  await ask(hub.url, '{ mentions(first: 501) { nodes { id } } }');
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  expect(text).toMatch(/^jejaring_requests_total\{status="200",service="gateway"\} [1-9]/m);
  expect(text).toMatch(/^jejaring_errors_total\{code="PAGE_TOO_LARGE",service="gateway"\} 1$/m);
  expect(text).toContain('jejaring_request_seconds_bucket');
  expect(text).toContain('process_resident_memory_bytes');
});

test('GraphiQL comes whole from here: the page loads nothing from elsewhere', async () => {
  const page = await fetch(`${hub.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).toContain('text/html');
  const html = await page.text();
  expect(html).toContain('Jejaring');
  expect(html.match(/<(script|link|img)[^>]+(src|href)=["']?https?:/gi)).toBeNull();
});

test('tools can ask for the schema', async () => {
  const { data, errors } = await ask(hub.url, getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data.__schema.types.map(({ name }: { name: string }) => name)).toContain('CoTimedGroup');
});

test('a coded error shows its code, place and remedy', async () => {
  const { data, errors } = await ask(hub.url, '{ mentions(first: 501) { nodes { id } } }');
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    {
      message: 'first: 501 is more than a page may hold (500)',
      path: ['mentions'],
      extensions: { code: 'PAGE_TOO_LARGE', at: 'first', hint: expect.stringContaining('endCursor') },
    },
  ]);
});

test.each([
  ['a cursor of another list', '{ mentions(after: "bm9wZQ") { nodes { id } } }', 'BAD_CURSOR'],
  [
    'a filter against itself',
    '{ issue(id: "banjir-jakarta") { mentions(filter: { issue: "x" }) { nodes { id } } } }',
    'BAD_FILTER',
  ],
  ['an unknown issue', 'mutation { requestRun(issue: "none") { id } }', 'NOT_FOUND'],
  [
    'an impossible parameter',
    'mutation { requestRun(issue: "banjir-jakarta", parameters: { minWeight: 0 }) { id } }',
    'BAD_PARAMETERS',
  ],
  ['an unknown job', 'mutation { stopJob(id: "none") { id } }', 'NOT_FOUND'],
  ['an unknown field', '{ mentions { nodes { sentiment } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['broken syntax', '{ mentions ', 'GRAPHQL_PARSE_FAILED'],
  ['a time that is none', '{ mentions(filter: { from: "yesterday" }) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
])('%s is explained', async (_, query, code) => {
  const { errors } = await ask(hub.url, query);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test('a store out of reach says so', async () => {
  faults['mentions.page'] = new CodedError('STORE_UNAVAILABLE', 'the store does not answer', { hint: 'try again' });
  const { errors } = await ask(hub.url, '{ mentions { nodes { id } } }');
  expect(errors?.[0]?.extensions).toEqual({ code: 'STORE_UNAVAILABLE', hint: 'try again' });
});

test('an unforeseen fault shows a reference and nothing else', async () => {
  faults['accounts.get'] = new Error('SELECT * FROM /secret/path');
  const { data, errors } = await ask(hub.url, '{ mentions(first: 1) { nodes { id account { label } } } }');
  expect(data.mentions.nodes).toEqual([{ id: expect.any(String), account: null }]);
  expect(errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.stringify(errors)).not.toContain('secret');
});

test.each([
  ['too deep', `{ mentions { nodes { ${'parent { '.repeat(20)} id ${'} '.repeat(20)} } } }`],
  ['of too many aliases', `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: agency(id: "x") { id }`).join(' ')} }`],
  ['too long', `{ mentions { nodes { ${'id '.repeat(3000)} } } }`],
])('a query %s is refused', async (_, query) => {
  const { data, errors } = await ask(hub.url, query);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.message).toMatch(/limit|more that 2000 tokens/i);
});

test('pages in pages in pages are refused before anything is read', async () => {
  const inner = (items: string) => `mentions(first: 100) { nodes { account { ${items} } } }`;
  const { data, errors } = await ask(hub.url, `{ ${inner(inner(inner('id')))} }`);
  expect(data).toBeUndefined();
  const at = 'mentions.nodes.account.mentions.nodes.account.mentions.nodes';
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_TOO_COSTLY', at });
  expect((await ask(hub.url, `{ ${inner(inner('id'))} }`)).errors).toBeUndefined();
  const metrics = await (await fetch(`${hub.url}/metrics`)).text();
  expect(metrics).toMatch(/jejaring_operation_cost_bucket\{le="1000000",service="gateway"\} [1-9]/);
});

test('a body that no query has is not read', async () => {
  const post = (body: BodyInit, more: object = {}) =>
    fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...more });
  const large = await post(JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(1_100_000) }));
  expect(large.status).toBe(413);
  const endless = await post(new Blob(['{"query":"{ __typename }"}']).stream() as never, { duplex: 'half' });
  expect(endless.status).toBe(411);
});

describe('a foreign website in a browser of this machine', () => {
  const query = { method: 'POST', body: JSON.stringify({ query: '{ __typename }' }) };
  const origin = 'https://elsewhere.example';

  test('is not told that it may read answers', async () => {
    const headers = { origin, 'content-type': 'application/json' };
    const answer = await fetch(`${hub.url}/graphql`, { ...query, headers });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'cannot send %s',
    async (type) => {
      const answer = await fetch(`${hub.url}/graphql`, { ...query, headers: { 'content-type': type } });
      expect(answer.status).toBe(415);
    },
  );

  test('cannot reach the hub under a name of its own', async () => {
    const { port } = new URL(hub.url);
    const status = await new Promise((resolve) =>
      get({ host: '127.0.0.1', port, path: '/graphql', headers: { host: `elsewhere.example:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }),
    );
    expect(status).toBe(421);
  });

  test('cannot frame a page', async () => {
    const page = await fetch(`${hub.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('x-frame-options')).toBe('DENY');
  });
});

test('requests under way end before a stop', async () => {
  const stopping = await startHub(slow(real), { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
  const answer = ask(stopping.url, '{ mentions(first: 1) { nodes { id } } }');
  await started;
  const closed = stopping.close();
  await expect(fetch(`${stopping.url}/health`)).rejects.toThrow();
  release();
  expect((await answer).data.mentions.nodes).toHaveLength(1);
  await closed;
});

let begin: () => void;
let release: () => void;
const started = new Promise<void>((resolve) => {
  begin = resolve;
});
const released = new Promise<void>((resolve) => {
  release = resolve;
});

/** A store whose list of mentions answers when it is released. */
function slow(store: Store): Store {
  const page: Store['mentions']['page'] = async (...words) => {
    begin();
    await released;
    return store.mentions.page(...words);
  };
  return { ...store, mentions: Object.assign(Object.create(store.mentions), { page }) };
}
