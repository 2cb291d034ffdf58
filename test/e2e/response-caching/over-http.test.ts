import { generateKeyPairSync } from 'node:crypto';
import { HUB_SUBGRAPHS } from '#cli/serve/hub-subgraphs.js';
import type { Caller } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import { startGatewayService } from '#gateway/gateway-service.js';
import { httpConnection } from '#gateway/http-connection.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import type { Subgraph } from '#platform/federated-subgraph.js';
import type { RunningService } from '#platform/http-server.js';
import { internalTokenSigner } from '#platform/internal-token/internal-token-signer.js';
import { createLogger } from '#platform/logger.js';
import { startSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { describeOnRedis } from '../../redis/describe-on-redis.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';
import { ADMINISTRATOR, askAs, believing, CITY, metricOf, OTHER_PROVINCE, PROVINCE } from './callers.js';

const HERE = { host: '127.0.0.1', port: 0 };
const log = createLogger('test', 'silent');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sign = internalTokenSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
const publicKeys = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const COUNTS = `{ issue(id: "${ISSUE}") { title mentionCount timeline(bucket: DAY) { total } } }`;

const REGION = '{ region(code: "31") { name } }';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
const services = new Map<string, RunningService>();
let gateway: RunningService;

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  await store.regions.upsert([{ code: '32', name: 'Jawa Barat', kind: 'PROVINCE', parentCode: null }]);
  for (const one of HUB_SUBGRAPHS)
    services.set(one.name, await startSubgraphService(one as Subgraph<Store>, store, { ...HERE, publicKeys }, log));
});
afterAll(async () => {
  for (const service of services.values()) await service.close();
  await store.close();
  data.remove();
});
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

function startGateway(redisUrl: string | null = null): Promise<RunningService> {
  const addresses = Object.fromEntries([...services].map(([name, { url }]) => [name, `${url}/graphql`]));
  return startGatewayService({
    ...HERE,
    log,
    authenticate: believing,
    subgraphs: httpConnection(addresses, log, sign),
    subgraphNames: [],
    limits: { ...USUAL_LIMITS, cache: { ...USUAL_LIMITS.cache, redisUrl } },
  });
}

const ask = (query: string, caller: Caller = ADMINISTRATOR, url = gateway.url) => askAs(caller, url, query);
/** Requests that a subgraph got meanwhile, by its own metrics. */
async function requestsTo(subgraph: string, work: () => Promise<unknown>): Promise<number> {
  const asked = () => metricOf(services.get(subgraph)!.url, 'jejaring_requests_total');
  const before = await asked();
  await work();
  return (await asked()) - before;
}

test('by the headers that subgraphs send, a second query is not asked of them', async () => {
  expect(await requestsTo('mentions', () => ask(COUNTS))).toBe(1);
  expect(await requestsTo('mentions', () => ask(COUNTS))).toBe(0);
  expect(await requestsTo('mentions', () => ask('{ mentions(first: 1) { nodes { id } } }'))).toBe(1);
  expect(await requestsTo('mentions', () => ask('{ mentions(first: 1) { nodes { id } } }'))).toBe(1);
  expect(await metricOf(gateway.url, 'jejaring_cache_hits_total', 'mentions')).toBe(1);
  expect(await metricOf(gateway.url, 'jejaring_cache_bytes', 'mentions')).toBeGreaterThan(100);
});

test('of entities that are partly kept the rest is asked for, and all come in order', async () => {
  const region = (id: string) => `mention(id: "x:${id}") { region { code name } }`;
  await ask(`{ ${region('post0')} }`);
  const both = `{ national: ${region('post0-n')} city: ${region('post0')} again: ${region('post0-n')} }`;
  expect(
    await requestsTo('agencies', async () =>
      expect((await ask(both)).data).toEqual({
        national: { region: { code: '31', name: 'DKI Jakarta' } },
        city: { region: { code: '31.71', name: 'Jakarta Pusat' } },
        again: { region: { code: '31', name: 'DKI Jakarta' } },
      }),
    ),
  ).toBe(1);
  expect(await requestsTo('agencies', () => ask(both))).toBe(0);
  expect(await metricOf(gateway.url, 'jejaring_cache_misses_total', 'agencies')).toBe(2);
});

test('regions see their own, a mutation is seen at once', async () => {
  const counts = async () => {
    const seen = await Promise.all([PROVINCE, CITY, OTHER_PROVINCE].map((caller) => ask(COUNTS, caller)));
    return seen.map(({ data }) => data.issue?.mentionCount);
  };
  for (let i = 0; i < 2; i += 1) expect(await counts()).toEqual([12, 6, undefined]);
  await ask(`mutation { shareIssue(issue: "${ISSUE}", with: ["32"]) { id } }`);
  for (let i = 0; i < 2; i += 1) expect(await counts()).toEqual([12, 6, 0]);
  await ask(`mutation { shareIssue(issue: "${ISSUE}", notWith: ["32"]) { id } }`);
  expect(await counts()).toEqual([12, 6, undefined]);
});

test('a subgraph that is away is not needed for what is kept, and its errors are not', async () => {
  const other = '{ region(code: "31.71") { name } }';
  await ask(REGION);
  const { url, close } = services.get('agencies')!;
  await close();
  expect((await ask(REGION)).data.region.name).toBe('DKI Jakarta');
  expect((await ask(other)).errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  const agencies = HUB_SUBGRAPHS.find(({ name }) => name === 'agencies')! as Subgraph<Store>;
  const address = { host: '127.0.0.1', port: Number(new URL(url).port), publicKeys };
  services.set('agencies', await startSubgraphService(agencies, store, address, log));
  let answer = await ask(other);
  while (answer.errors) answer = await ask(other);
  expect(answer.data.region.name).toBe('Jakarta Pusat');
});

describeOnRedis('several gateways', (redis) => {
  test('a mutation through one is forgotten by the others, and again once Redis is back', async () => {
    const [one, two] = [await startGateway(redis().url), await startGateway(redis().url)];
    const share = (words: string) =>
      ask(`mutation { shareIssue(issue: "${ISSUE}", ${words}) { id } }`, ADMINISTRATOR, one.url);
    const seenByOther = async () => (await ask(COUNTS, OTHER_PROVINCE, two.url)).data.issue?.title;
    const misses = () => metricOf(two.url, 'jejaring_cache_misses_total', 'agencies');
    /** Both listen once what one forgets the other forgets too. */
    const untilHeard = async () => {
      for (let before = -1; before !== (await misses()) - 1; ) {
        await ask(REGION, ADMINISTRATOR, two.url);
        before = await misses();
        await share('with: []');
        await ask(REGION, ADMINISTRATOR, two.url);
      }
    };
    await untilHeard();
    await share('with: ["32"]');
    await until(async () => (await seenByOther()) === 'Banjir Jakarta');
    const before = await misses();
    await ask(REGION, ADMINISTRATOR, two.url);
    await share('notWith: ["32"]');
    // Not by its age: the register, which may be kept for minutes, is gone as well.
    await until(async () => (await seenByOther()) === undefined);
    await ask(REGION, ADMINISTRATOR, two.url);
    expect(await misses()).toBe(before + 2);

    await redis().stop();
    expect((await share('with: ["32"]')).errors).toBeUndefined();
    await redis().start();
    await untilHeard();
    await until(async () => (await seenByOther()) === 'Banjir Jakarta');
    await share('notWith: ["32"]');
    await one.close();
    await two.close();
  });
});

/** Looks again until something holds; a test that never sees it ends at the limit of the suite. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
