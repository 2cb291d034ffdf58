import { startHub } from '#cli/serve/start-hub.js';
import { grantedScopes } from '#domain/access/scopes.js';
import type { Caller } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import type { Answer } from '../serve-hub/ask.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let hub: RunningService;

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  await store.issues.create({
    id: 'tertutup',
    title: 'Tertutup',
    query: 'banjir',
    ownerAgencyId: null,
    sharedWith: ['32'],
  });
  const authenticate = async (regions = '') => ({
    caller: regions === 'analyst' ? ANALYST : callerOf(regions.split(' ')),
    validUntil: Date.now() + 60_000,
  });
  hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'), { authenticate });
});

afterAll(async () => {
  await hub.close();
  await store.close();
  data.remove();
});

/** Who is of regions, and of an agency where one is named: `31.71 @bpbd-dki`. */
function callerOf(named: string[]): Caller {
  const regions = named.filter((name) => !name.startsWith('@'));
  const agencyId = named.find((name) => name.startsWith('@'))?.slice(1) ?? null;
  const scopes = grantedScopes({ role: 'REGIONAL_SYSTEM', regions, named: null });
  return { principal: 'key:1', role: 'REGIONAL_SYSTEM', scopes, regions, agencyId };
}

const ANALYST: Caller = {
  ...{ principal: 'user:sari', role: 'NATIONAL_ANALYST', regions: null, agencyId: null },
  scopes: grantedScopes({ role: 'NATIONAL_ANALYST', regions: null, named: null }),
};

async function ask(regions: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: regions };
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

interface MentionPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

const SEEN = `{
  mentions(first: 500) { totalCount nodes { region { code } } }
  issues { nodes { id mentionCount mentions { totalCount } timeline(bucket: DAY) { total } } }
  agency(id: "bpbd-dki") { mentions { totalCount } }
  own: mention(id: "x:post0") { id }
  province: mention(id: "x:post0-n") { id parent { id } }
  country: mention(id: "x:post0-r0") { id }
}`;

test.each<[string, string, string[], number, string[], (string | null)[]]>([
  ['the own region', '31.71', ['31.71'], 6, [ISSUE], ['x:post0', null, null]],
  ['the province around it', '31', ['31', '31.71'], 12, [ISSUE], ['x:post0', 'x:post0-n', null]],
  ['a sibling', '31.72', [], 0, [ISSUE], [null, null, null]],
  ['another province', '32', [], 0, ['tertutup'], [null, null, null]],
  ['another province, for the agency that owns it', '32 @bpbd-dki', [], 0, [ISSUE, 'tertutup'], [null, null, null]],
])('who is limited to %s sees its rows', async (_, region, codes, count, issues, mentions) => {
  const { data, errors } = await ask(region, SEEN);
  expect(errors).toBeUndefined();
  const nodes: { region: { code: string } | null }[] = data.mentions.nodes;
  expect([...new Set(nodes.map((node) => node.region?.code))].sort()).toEqual(codes);
  expect([nodes.length, data.mentions.totalCount]).toEqual([count, count]);
  expect(data.issues.nodes.map(({ id }: { id: string }) => id)).toEqual(issues);
  for (const issue of data.issues.nodes) {
    const inTimeline = issue.timeline.reduce((sum: number, { total }: { total: number }) => sum + total, 0);
    expect([issue.mentionCount, issue.mentions.totalCount, inTimeline]).toEqual([count, count, count]);
  }
  expect(data.agency.mentions.totalCount).toBe(codes.includes('31.71') ? 6 : 0);
  expect([data.own, data.province, data.country].map((mention) => mention?.id ?? null)).toEqual(mentions);
});

test('pages are of the region: each is full until the last, and none is cut short by rows of others', async () => {
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let after: string | null = null; ; ) {
    const page: string = `mentions(first: 4${after === null ? '' : `, after: "${after}"`}) { nodes { id } pageInfo { endCursor hasNextPage } }`;
    const { nodes, pageInfo }: MentionPage = (await ask('31.71', `{ ${page} }`)).data.mentions;
    seen.push(...nodes.map(({ id }) => id));
    sizes.push(nodes.length);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect([sizes, new Set(seen).size]).toEqual([[4, 2], 6]);
});

test.each<[string, string, string, unknown]>([
  ['asks for a sibling', '31.71', '{ mentions(filter: { region: "31.72" }) { totalCount } }', 'FORBIDDEN'],
  ['asks for issues of others', '31.71', '{ issues(sharedWith: "32") { nodes { id } } }', 'FORBIDDEN'],
  ['has several regions and names none', '31.71 32', '{ mentions { totalCount } }', 'BAD_FILTER'],
  ['names an issue of others', '31.71', '{ mentions(filter: { issue: "tertutup" }) { totalCount } }', 'NOT_FOUND'],
  ['names no issue at all', '31.71', '{ mentions(filter: { issue: "tidak-ada" }) { totalCount } }', 'NOT_FOUND'],
  ['asks for what is not parted by region', '31.71', '{ accounts { nodes { id } } }', 'FORBIDDEN'],
  ['asks what runs found', '31.71', `{ issue(id: "${ISSUE}") { spread { cascadeCount } } }`, 'FORBIDDEN'],
])('who %s is told so', async (_, regions, query, code) => {
  expect((await ask(regions, query)).errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test('an issue of others is not there, and a caller of several regions sees one at a time', async () => {
  const { data, errors } = await ask(
    '31.71 32',
    `{ issue(id: "tertutup") { id } mentions(filter: { region: "31" }) { totalCount } }`,
  );
  expect([data, errors]).toEqual([{ issue: { id: 'tertutup' }, mentions: { totalCount: 6 } }, undefined]);
  expect((await ask('31.71', '{ issue(id: "tertutup") { id } }')).data).toEqual({ issue: null });
});

test('an issue is shared with regions and no longer with others, by who sees the whole country', async () => {
  const share = (words: string) => `mutation { shareIssue(issue: "tertutup", ${words}) { sharedWith { code } } }`;
  const seen = async (regions: string) => (await ask(regions, '{ issue(id: "tertutup") { id } }')).data.issue !== null;
  expect((await ask('31.71', share('with: ["31"]'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask('analyst', share('with: ["39"]'))).errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'NOT_FOUND', at: 'with' },
  });
  expect(await seen('31.71')).toBe(false);
  const { data } = await ask('analyst', share('with: ["31"], notWith: ["32"]'));
  expect(data.shareIssue.sharedWith).toEqual([{ code: '31' }]);
  expect([await seen('31.71'), await seen('32')]).toEqual([true, false]);
});
