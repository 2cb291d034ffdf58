import { type LimitSettings, USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';

/** Costs 20 people with 20 posts each. */
const QUERY = '{ people { name posts { title } } }';
const COST = 420;

let subgraphs: RunningSubgraphs;
let gateway: RunningService | undefined;

beforeAll(async () => {
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'simple-key')!);
});

afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

afterAll(() => subgraphs.close());

async function serve(limits: Partial<LimitSettings>): Promise<void> {
  gateway = await startSupergraphGateway({
    ...{ file: subgraphs.file, host: '127.0.0.1', port: 0, nulls: 'strict' },
    ...{ log: createLogger('test', 'silent'), authenticate: null, sign: null },
    limits: { ...USUAL_LIMITS, ...limits },
  });
}

async function post(body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway!.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as { data?: object; errors?: { extensions: object }[] };
  return { status: response.status, headers: response.headers, data, error: errors?.[0] };
}

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
