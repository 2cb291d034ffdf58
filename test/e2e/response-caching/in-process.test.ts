import { startHub } from '#cli/serve/start-hub.js';
import type { Caller } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { importMentions } from '../../builders/import-rows.js';
import { mentionRecord } from '../../builders/records.js';
import { countingStore } from '../serve-hub/counting-store.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';
import { ADMINISTRATOR, askAs, believing, CITY, metricOf, OTHER_PROVINCE, PROVINCE, UNCACHED } from './callers.js';

const HERE = { host: '127.0.0.1', port: 0 };
const log = createLogger('test', 'silent');
const COUNTS = `{ issue(id: "${ISSUE}") { title mentionCount timeline(bucket: DAY) { total } } }`;

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let calls: string[];
let hub: RunningService;

beforeEach(async () => {
  data = await makeHubData();
  store = await openStore(data);
  await store.regions.upsert([{ code: '32', name: 'Jawa Barat', kind: 'PROVINCE', parentCode: null }]);
  const counted = countingStore(store);
  calls = counted.calls;
  hub = await startHub(counted.store, HERE, log, { authenticate: believing });
});

afterEach(async () => {
  await hub.close();
  await store.close();
  data.remove();
});

const ask = (query: string, caller: Caller = ADMINISTRATOR) => askAs(caller, hub.url, query);
/** What the store was asked for an answer. */
async function storeCalls(query: string, caller?: Caller): Promise<string[]> {
  calls.length = 0;
  expect((await ask(query, caller)).errors).toBeUndefined();
  return [...calls];
}

test('a query that was answered is answered again without the store, and metrics tell of it', async () => {
  const first = await ask(COUNTS);
  calls.length = 0;
  expect(await ask(COUNTS)).toEqual(first);
  expect(calls).toEqual([]);
  expect(await metricOf(hub.url, 'jejaring_cache_hits_total', 'mentions')).toBe(1);
  expect(await metricOf(hub.url, 'jejaring_cache_misses_total', 'mentions')).toBe(1);
  expect(await metricOf(hub.url, 'jejaring_cache_bytes', 'mentions')).toBeGreaterThan(100);
});

test('entities of a page come from what is kept, the page itself from the store', async () => {
  const page = (first: number) => `{ mentions(first: ${first}) { nodes { id region { code name } } } }`;
  expect(await storeCalls(page(5))).toContain('regions.get');
  const again = await storeCalls(page(50));
  expect(again).toContain('mentions.page');
  // Those that the first page had are not asked for again; here there are no more than two.
  expect(await storeCalls(page(50))).not.toContain('regions.get');
  const { data } = await ask(page(50));
  for (const { region } of data.mentions.nodes)
    expect(region).toEqual(
      region && { code: region.code, name: region.code === '31' ? 'DKI Jakarta' : 'Jakarta Pusat' },
    );
});

test('whoever sees other rows is asked for on their own, and those who see the same share it', async () => {
  const seen = await Promise.all([ADMINISTRATOR, PROVINCE, CITY, OTHER_PROVINCE].map((caller) => ask(COUNTS, caller)));
  expect(seen.map(({ data }) => data.issue?.mentionCount)).toEqual([expect.any(Number), 12, 6, undefined]);
  expect(seen[0]!.data.issue.mentionCount).toBeGreaterThan(12);
  expect(await storeCalls(COUNTS, { ...PROVINCE, principal: 'key:of-another' })).toEqual([]);
  expect(await storeCalls(COUNTS, { ...PROVINCE, agencyId: 'pemprov-dki' })).not.toEqual([]);
});

test('a mutation is seen at once, by everybody', async () => {
  expect((await ask(COUNTS, OTHER_PROVINCE)).data.issue).toBeNull();
  const change = (words: string) => ask(`mutation { shareIssue(issue: "${ISSUE}", ${words}) { id title } }`);
  expect((await change('with: ["32"]')).errors).toBeUndefined();
  for (let i = 0; i < 2; i += 1) expect((await ask(COUNTS, OTHER_PROVINCE)).data.issue.title).toBe('Banjir Jakarta');
  expect((await change('notWith: ["32"]')).errors).toBeUndefined();
  expect((await ask(COUNTS, OTHER_PROVINCE)).data.issue).toBeNull();
});

test('what people decide, jobs, mentions and accounts are always read anew', async () => {
  for (const query of [
    '{ mentions(first: 1) { nodes { id text } } }',
    '{ accounts(first: 1) { nodes { label } } }',
    `{ issue(id: "${ISSUE}") { sharedWith { code } } }`,
    `{ issue(id: "${ISSUE}") { jobs { nodes { state } } } }`,
    `{ issue(id: "${ISSUE}") { spread { run { id } } } }`,
    `{ issue(id: "${ISSUE}") { coTimedGroups { nodes { reviewState } } } }`,
    '{ claims { nodes { matches { nodes { state } } } } }',
    '{ issues { nodes { id } } }',
  ]) {
    await ask(query);
    expect([query, (await storeCalls(query)).length > 0]).toEqual([query, true]);
  }
});

test('what is not there is seen once it is, whoever wrote it, and errors are not kept', async () => {
  const query = '{ issue(id: "baru") { title mentionCount } }';
  for (let i = 0; i < 2; i += 1) expect((await ask(query)).data.issue).toBeNull();
  await store.issues.create({ id: 'baru', title: 'Baru', query: 'jembatan', ownerAgencyId: null, sharedWith: [] });
  expect((await ask(query)).data.issue.title).toBe('Baru');
  const faulty = '{ timeline(filter: { issue: "nihil" }) { total } }';
  for (let i = 0; i < 2; i += 1) {
    calls.length = 0;
    expect((await ask(faulty)).errors).toHaveLength(1);
    expect(calls).not.toEqual([]);
  }
});

test('an import of another process shows once what is kept is over its age', async () => {
  const { data } = await ask(COUNTS);
  await importMentions(store, [mentionRecord('late', { text: 'banjir lagi', minute: 9999 })]);
  let count = 0;
  while (count <= data.issue.mentionCount) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    count = (await ask(COUNTS)).data.issue.mentionCount;
  }
  expect(count).toBe(data.issue.mentionCount + 1);
});

test('with nothing to keep it in, everything is read anew', async () => {
  const counted = countingStore(store);
  const bare = await startHub(counted.store, HERE, log, { authenticate: believing, limits: UNCACHED });
  await askAs(ADMINISTRATOR, bare.url, COUNTS);
  counted.calls.length = 0;
  await askAs(ADMINISTRATOR, bare.url, COUNTS);
  expect(counted.calls).toContain('mentions.count');
  expect(await metricOf(bare.url, 'jejaring_cache_hits_total')).toBe(0);
  await bare.close();
});
