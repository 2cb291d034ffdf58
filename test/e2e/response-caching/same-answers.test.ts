import fc from 'fast-check';
import { startHub } from '#cli/serve/start-hub.js';
import { ANYONE, type Caller } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';
import { ADMINISTRATOR, askAs, believing, callerOf, metricOf, UNCACHED } from './callers.js';

const UNLIMITED = { known: 0, anonymous: 0, redisUrl: null };
const CLOSED = 'tertutup';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let cached: RunningService;
let plain: RunningService;

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  await store.regions.upsert([{ code: '32', name: 'Jawa Barat', kind: 'PROVINCE', parentCode: null }]);
  const closed = { id: CLOSED, title: 'Tertutup', query: 'banjir', ownerAgencyId: 'bpbd-dki', sharedWith: ['32'] };
  await store.issues.create(closed);
  const start = (limits: typeof USUAL_LIMITS) =>
    startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'), {
      authenticate: believing,
      limits: { ...limits, rate: UNLIMITED },
    });
  [cached, plain] = [await start(USUAL_LIMITS), await start(UNCACHED)];
});

afterAll(async () => {
  await Promise.all([cached.close(), plain.close()]);
  await store.close();
  data.remove();
});

/** Twins that differ in one thing alone, so that whoever takes one for the other shows another's rows. */
const CALLERS: readonly Caller[] = [
  ADMINISTRATOR,
  ANYONE,
  callerOf('NATIONAL_ANALYST', null),
  callerOf('NATIONAL_ANALYST', ['31.71']),
  callerOf('POLICY_REVIEWER', null),
  callerOf('REGIONAL_SYSTEM', []),
  callerOf('REGIONAL_SYSTEM', ['31']),
  callerOf('REGIONAL_SYSTEM', ['31'], { principal: 'key:2' }),
  callerOf('REGIONAL_SYSTEM', ['31'], { scopes: ['issues:read', 'mentions:read'] }),
  callerOf('REGIONAL_SYSTEM', ['31.71']),
  callerOf('REGIONAL_SYSTEM', ['31.71', '32']),
  callerOf('REGIONAL_SYSTEM', ['32']),
  callerOf('AGENCY_ADMIN', ['32'], { agencyId: 'bpbd-dki' }),
  callerOf('AGENCY_ADMIN', ['32'], { agencyId: 'pemprov-dki' }),
];
const PARTS: readonly string[] = [
  ...[ISSUE, CLOSED, 'nihil'].flatMap((id) => [
    `issue(id: "${id}") { id title query mentionCount updatedAt }`,
    `issue(id: "${id}") { title ownerAgency { name region { name } } timeline(bucket: DAY) { start total } }`,
  ]),
  `issue(id: "${CLOSED}") { sharedWith { code name } mentions(first: 3) { totalCount nodes { id region { name } } } }`,
  `issue(id: "${ISSUE}") { title runs(first: 1) { nodes { state } } spread { cascadeCount } }`,
  'timeline(bucket: DAY) { total }',
  `timeline(filter: { issue: "${CLOSED}" }, bucket: DAY) { total }`,
  'timeline(filter: { region: "31.71" }, bucket: DAY) { total }',
  'mentions(first: 4) { nodes { id region { code name parent { name } } account { agency { name } } } }',
  'mentions(first: 50) { nodes { id region { code name parent { name } } } }',
  'region(code: "31") { name agencies { nodes { name mentions { totalCount } } } }',
  'region(code: "99") { name }',
  'issues { nodes { id mentionCount ownerAgency { shortName } } }',
  'agencies { nodes { name units { nodes { name parent { name } } } } }',
  'claims { nodes { texts reviews { rating } matches { nodes { state } } } }',
  'claims { nodes { id texts } pageInfo { hasNextPage } }',
];
const caller = fc.constantFrom(...CALLERS);
const query = fc
  .subarray([...PARTS.entries()], { minLength: 1, maxLength: 2 })
  .map((parts) => `{ ${parts.map(([i, text]) => `p${i}: ${text}`).join(' ')} }`);
const change = fc.constantFrom('with: ["31"]', 'notWith: ["32"]', 'with: ["32"]', 'notWith: ["31"]');
const step = fc.oneof(
  { weight: 60, arbitrary: fc.record({ caller, query }) },
  {
    weight: 1,
    arbitrary: change.map((words) => ({
      caller: ADMINISTRATOR,
      query: `mutation { shareIssue(issue: "${CLOSED}", ${words}) { sharedWith { code } } }`,
    })),
  },
);

test('each caller gets from what is kept what they get without it, in whatever order all ask', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      for (const one of steps) {
        const answer = await askAs(one.caller, cached.url, one.query);
        // A change is made once, through the gateway that must hear of it.
        if (!one.query.startsWith('mutation')) expect(answer).toEqual(await askAs(one.caller, plain.url, one.query));
      }
    }),
    { numRuns: 60 },
  );
  expect(await metricOf(cached.url, 'jejaring_cache_hits_total')).toBeGreaterThan(100);
});
