import { join } from 'node:path';
import { startHub } from '#cli/serve/start-hub.js';
import { grantedScopes } from '#domain/access/scopes.js';
import type { AuditEntry } from '#domain/audit-entry.js';
import type { Caller } from '#domain/caller.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { entriesOf } from '#store/audit/read-entries.js';
import { openStore } from '#store/open-store.js';
import { evidenceOf, groupOf, resultsOf, runOf } from '../../builders/run-results.js';
import type { Answer } from '../serve-hub/ask.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let hub: RunningService;
let audit: AuditLog;

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
  await mapByHand();
  const authenticate = async (regions = '') => ({
    caller: regions === 'analyst' ? ANALYST : callerOf(regions.split(' ')),
    validUntil: Date.now() + 60_000,
  });
  const log = createLogger('test', 'silent');
  audit = await openAuditLog({ dataFolder: data.dataFolder, log });
  hub = await startHub(store, { host: '127.0.0.1', port: 0 }, log, { authenticate, audit });
});

afterAll(async () => {
  await hub.close();
  await audit.close();
  await store.close();
  data.remove();
});

/** A newer run of the issue, with a group across its regions: of a city, of its province, and five accounts of none. */
async function mapByHand(): Promise<void> {
  const ids = ['x:post0', 'x:post0-n', 'x:post0-r0', 'x:post0-r1', 'x:post0-r2', 'x:post0-r3', 'x:post0-r4'];
  const accounts = (await store.mentions.get(ids)).map((mention) => mention!.accountId);
  const pair = (from: number, to: number) => ({
    ...evidenceOf(accounts[from]!, accounts[to]!, `x:${from}${to}`),
    ...{ fromMentionId: ids[from]!, toMentionId: ids[to]! },
  });
  const evidence = [pair(0, 1), pair(0, 2), pair(3, 4), pair(4, 5), pair(5, 6)];
  const groups = ['r-g1', 'r-g2'].map((id, i) => ({
    ...groupOf(id, 'r', [...accounts].sort(), i === 0 ? evidence : evidence.slice(1)),
    issueId: ISSUE,
  }));
  const run = runOf('r', { issueId: ISSUE, startedAt: Date.now() });
  await store.runs.put(run);
  await store.runs.writeResults(run, resultsOf('r', { groups }));
  await store.runs.put({ ...run, state: 'DONE' });
}

/** A system of regions, or the admin of an agency where one is named: `31.71 @bpbd-dki`. */
function callerOf(named: string[]): Caller {
  const regions = named.filter((name) => !name.startsWith('@'));
  const agencyId = named.find((name) => name.startsWith('@'))?.slice(1) ?? null;
  const role = agencyId === null ? 'REGIONAL_SYSTEM' : 'AGENCY_ADMIN';
  return { principal: 'key:1', role, scopes: grantedScopes({ role, regions, named: null }), regions, agencyId };
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

const GROUPS = `{ issue(id: "${ISSUE}") { regionalGroups(first: 1) {
  pageInfo { endCursor hasNextPage }
  nodes { id chance { expectedShare } explanations { share } run { id state }
    counts { members evidence membersElsewhere evidenceElsewhere withheld }
    members { nodes { id } } evidence { nodes { fromMention { id } toMention { id } } } } } } }`;

test('of a co-timed group who is limited to regions sees what is in these, and counts of the rest that are large enough', async () => {
  const groupOfCaller = async (caller: string) => {
    const { data, errors } = await ask(caller, GROUPS);
    expect(errors).toBeUndefined();
    return data.issue.regionalGroups;
  };
  const province = await groupOfCaller('31 @pemprov-dki');
  expect(province).toMatchObject({ pageInfo: { hasNextPage: true }, nodes: [{ id: 'r-g1' }] });
  const [group] = province.nodes;
  expect(group).toMatchObject({ chance: { expectedShare: 0.5 }, run: { id: 'r', state: 'DONE' } });
  expect(group.counts).toEqual({
    ...{ members: 2, evidence: 1, membersElsewhere: 5, evidenceElsewhere: 4, withheld: null },
  });
  expect(group.members.nodes).toHaveLength(2);
  expect(group.evidence.nodes).toEqual([{ fromMention: { id: 'x:post0' }, toMention: { id: 'x:post0-n' } }]);
  const city = (await groupOfCaller('31.71 @bpbd-dki')).nodes[0];
  expect(city.counts).toMatchObject({ members: 1, evidence: 0, membersElsewhere: 6, evidenceElsewhere: 5 });
  expect((await groupOfCaller('31.72 @bpbd-dki')).nodes).toEqual([]);
});

test('whether a group is there is not told by an appeal to who does not see its issue, and the log has who asked', async () => {
  const appeal = async (who: string, group: string) => {
    const words = `group: "${group}", reason: "It is our own campaign."`;
    const { errors } = await ask(who, `mutation { appealFinding(${words}) { verdict } }`);
    const { message, extensions } = errors![0]!;
    return { message, ...extensions };
  };
  const nothing = await appeal('32 @pemprov-dki', 'r-g9');
  expect(nothing).toMatchObject({ code: 'NOT_FOUND', at: 'group' });
  expect(await appeal('32 @pemprov-dki', 'r-g1')).toEqual(nothing);
  expect(await appeal('31 @kominfo', 'r-g1')).toEqual(nothing);
  // Of an issue that it sees it may know.
  expect(await appeal('31 @pemprov-dki', 'r-g1')).toMatchObject({ code: 'BAD_PARAMETERS', at: 'verdict' });
  // Written after how the others ended.
  await appeal('31 @pemprov-dki', 'r-g2');
  const entries: AuditEntry[] = [];
  for await (const entry of entriesOf(join(data.dataFolder, 'audit'))) entries.push(entry);
  const asked = entries.filter(({ what }) => what.fields?.includes('appealFinding')).slice(0, 4);
  const outcomes = asked.map(({ number }) => entries.find(({ what }) => what.outcomeOf === number)?.what.codes);
  expect(asked.map(({ what }) => what.ids)).toEqual([['r-g9'], ['r-g1'], ['r-g1'], ['r-g1']]);
  expect(outcomes).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND'], ['BAD_PARAMETERS']]);
});

test('of runs such a caller sees the manifests of issues that it sees, without counts of all regions', async () => {
  const run = (more = '') => `{ run(id: "r") { id inputHash parameters { mode } ${more} } }`;
  expect((await ask('31', run())).data.run).toMatchObject({ id: 'r', inputHash: 'ff' });
  expect((await ask('32', run())).data.run).toBeNull();
  const runs = (await ask('31.71', `{ issue(id: "${ISSUE}") { runs(first: 1) { nodes { id } } } }`)).data.issue.runs;
  expect(runs.nodes).toEqual([{ id: 'r' }]);
  expect((await ask('31', run('counts { count }'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask('31', GROUPS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask('analyst', GROUPS)).errors?.[0]?.extensions.code).toBe('BAD_FILTER');
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
