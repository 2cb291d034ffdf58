import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import { FIRST_QUERY } from '#gateway/first-query.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { ask } from './ask.js';
import { countingStore } from './counting-store.js';
import { ISSUE, makeHubData, PRIVATE_HANDLES } from './hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let real: Store;
let calls: string[];
let hub: RunningService;

beforeAll(async () => {
  data = await makeHubData();
  real = await openStore(data);
  const counting = countingStore(real);
  calls = counting.calls;
  hub = await startHub(counting.store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
});

afterAll(async () => {
  await hub.close();
  await real.close();
  data.remove();
});

beforeEach(() => {
  calls.length = 0;
});

const MENTION_TO_REGION = '{ mentions(first: 50) { nodes { id account { id agency { id region { code name } } } } } }';

test('mention -> account -> agency -> region: one call of the store for each kind of entity', async () => {
  const { data, errors } = await ask(hub.url, MENTION_TO_REGION);
  expect(errors).toBeUndefined();
  expect(data.mentions.nodes).toHaveLength(50);
  const declared = data.mentions.nodes.find(({ id }: { id: string }) => id === 'x:post3');
  expect(declared.account.agency).toEqual({ id: 'bpbd-dki', region: { code: '31.71', name: 'Jakarta Pusat' } });
  expect(calls.sort()).toEqual(['accounts.get', 'agencies.get', 'mentions.page', 'regions.get']);
});

test('GraphiQL opens with a query that the hub answers', async () => {
  const page = await fetch(`${hub.url}/graphql`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  expect(html).toContain('<title>Jejaring</title>');
  expect(html).toContain(JSON.stringify(FIRST_QUERY));
  const { data, errors } = await ask(hub.url, FIRST_QUERY);
  expect(errors).toBeUndefined();
  expect(data.mentions.nodes).toHaveLength(10);
});

test('issue -> co-timed group -> account: one call of the store for each kind of entity', async () => {
  const { errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { coTimedGroups { nodes { members { nodes { label } } } } communities { nodes { number } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(calls.sort()).toEqual(['accounts.get', 'findings.page', 'issues.get', 'runs.latest', 'spread.communities']);
});

test('issue -> co-timed group -> account, with the evidence behind it', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { title ownerAgency { name } sharedWith { name } mentionCount
        coTimedGroups(first: 5) { nodes { id size behaviours attribution { behaviour share } evidenceCount reviewState run { state }
          members { nodes { id label isPublic } } edges { totalCount nodes { from { id } to { id } weight objects
            tests { windowSeconds occasions expected qWho qWhen } } }
          chance { observedPairs expectedPairs copies } explanations { kind share }
          evidence(first: 2) { nodes { from { label } to { label } fromMention { id text } secondsApart object } } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.issue).toMatchObject({
    title: 'Banjir Jakarta',
    ownerAgency: { name: 'Badan Penanggulangan Bencana Daerah' },
  });
  const [group] = data.issue.coTimedGroups.nodes;
  expect(group).toMatchObject({
    size: 4,
    behaviours: ['CO_REPOST'],
    attribution: [{ behaviour: 'CO_REPOST', share: 1 }],
    reviewState: 'UNREVIEWED',
    run: { state: 'DONE' },
  });
  expect(group.members.nodes.every((member: { id: string; label: string }) => member.label === member.id)).toBe(true);
  expect(group.members.nodes).toHaveLength(4);
  expect([group.edges.totalCount, group.edges.nodes.length]).toEqual([6, 6]);
  const [edge] = group.edges.nodes;
  // Six posts, each on a day of its own, reposted within seconds.
  expect(edge.tests.at(-1)).toMatchObject({ windowSeconds: 600, occasions: 6 });
  expect(edge.tests.at(-1).expected).toBeLessThan(3);
  for (const { qWho, qWhen } of edge.tests) expect(Math.max(qWho, qWhen)).toBeLessThanOrEqual(0.01);
  expect(group.evidenceCount).toBe(6 * 6);
  expect(group.evidence.nodes[0].object).toMatch(/^x:post\d$/);
  expect(Math.abs(group.evidence.nodes[0].secondsApart)).toBeLessThanOrEqual(60);
});

test('members, edges and query versions page as every list does', async () => {
  const page = (list: string, first: number, after: string | null) =>
    ask(
      hub.url,
      `query ($after: String) { issue(id: "${ISSUE}") { coTimedGroups { nodes { ${list}(first: ${first}, after: $after) { edges { cursor } pageInfo { endCursor hasNextPage } } } } } }`,
      { after },
    );
  for (const [list, total] of [
    ['members', 4],
    ['edges', 6],
  ] as const) {
    const start = (await page(list, total - 1, null)).data.issue.coTimedGroups.nodes[0][list];
    expect(start.pageInfo.hasNextPage).toBe(true);
    const rest = (await page(list, 3, start.pageInfo.endCursor)).data.issue.coTimedGroups.nodes[0][list];
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...start.edges, ...rest.edges].map(({ cursor }) => cursor)).size).toBe(total);
    expect((await page(list, 501, null)).errors?.[0]?.extensions.code).toBe('PAGE_TOO_LARGE');
  }
  const { data } = await ask(hub.url, `{ issue(id: "${ISSUE}") { queryVersions(first: 1) { nodes { version } } } }`);
  expect(data.issue.queryVersions.nodes).toEqual([{ version: 1 }]);
});

test('spread, communities, cascades and runs of an issue', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") {
        spread { coverage { mentions byStream { name count } } network { accounts edges } mostAmplified { value account { label } } windows { windowSeconds pairsTried pairsBeyondWho pairsKept groups accounts } run { id counts { name } timings { stage } } }
        communities { nodes { number accounts members(first: 1) { nodes { weight account { label } } } } }
        cascades(first: 2) { nodes { size depth rootAccount { label } root { id } } pageInfo { hasNextPage endCursor } }
        runs { nodes { id state parameters { windowSeconds behaviours } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { spread, communities, cascades, runs } = data.issue;
  expect(spread.mostAmplified[0]).toMatchObject({ account: { label: 'BPBDJakarta' } });
  expect(spread.run.id).toBe(runs.nodes[0].id);
  // Four accounts repost within seconds, on six days; within an hour the others do as well.
  const found = { pairsKept: 6, groups: 1, accounts: 4 };
  const [seconds, minute, minutes, hour] = [10, 60, 600, 3600].map((windowSeconds) =>
    expect.objectContaining({ windowSeconds }),
  );
  expect(spread.windows).toEqual([seconds, minute, minutes, hour]);
  expect(spread.windows.slice(0, 3)).toEqual(Array(3).fill(expect.objectContaining(found)));
  expect(spread.windows[3]).toMatchObject({ pairsTried: 9, pairsKept: 0, groups: 0, accounts: 0 });
  expect(communities.nodes[0].number).toBe(0);
  expect(cascades.nodes[0]).toMatchObject({ size: 10, depth: 1, rootAccount: { label: 'BPBDJakarta' } });
});

test('places in the network, and what measured them and why', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") {
        spread { measures { engine communityMethod components largestComponent pageRank { value account { label } }
          betweenness { sampling sources accounts { value error account { label } } } } network { accounts } }
        runs { nodes { engineReason parameters { engine communityMethod } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { spread, runs } = data.issue;
  expect(spread.measures).toMatchObject({ engine: 'IN_PROCESS', communityMethod: 'LOUVAIN' });
  expect(spread.measures.betweenness).toMatchObject({ sampling: 'ALL', sources: spread.network.accounts });
  // Whoever reposts here reposts what an account posted itself: nobody lies between two others.
  expect(spread.measures.betweenness.accounts).toEqual([]);
  expect(spread.measures.largestComponent).toBeLessThanOrEqual(spread.network.accounts);
  expect(spread.measures.pageRank[0]).toMatchObject({ account: { label: 'BPBDJakarta' } });
  expect(runs.nodes[0].parameters).toEqual({ engine: 'IN_PROCESS', communityMethod: 'LOUVAIN' });
  expect(runs.nodes[0].engineReason).toMatch(/^auto: \d+ amplifications/);
});

test('the first movers have their time, and the picture says how much of the network it shows', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { spread { firstMovers { firstMentionAt account { label } } network { accounts edges }
        picture { accounts accountsShown edges edgesShown nodes { x y community amplified account { label } } links { source target weight } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { firstMovers, network, picture } = data.issue.spread;
  expect(firstMovers).toEqual([{ firstMentionAt: '2026-01-01T00:00:00.000Z', account: { label: 'BPBDJakarta' } }]);
  expect(picture).toMatchObject({ accounts: network.accounts, accountsShown: 9, edges: network.edges, edgesShown: 8 });
  expect(picture.nodes).toHaveLength(9);
  for (const { source, target } of picture.links) {
    expect(picture.nodes[source].account.label).toBe('BPBDJakarta');
    expect(picture.nodes[target].amplified).toBe(0);
  }
  expect(calls.filter((call) => call === 'accounts.get')).toHaveLength(1);
});

test('an account amplifies, is amplified, and appears in co-timed groups of an issue', async () => {
  const { data: found } = await ask(hub.url, '{ accounts(handle: "bpbdjakarta") { nodes { id layer } } }');
  const [{ id, layer }] = found.accounts.nodes;
  expect(layer).toBe('L0');
  const { data, errors } = await ask(
    hub.url,
    `query ($id: ID!) { account(id: $id) { amplifies(issue: "${ISSUE}") { nodes { weight } }
        amplifiedBy(issue: "${ISSUE}", first: 1) { nodes { weight account { coTimedGroups(issue: "${ISSUE}") { nodes { size } } } } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  expect(data.account.amplifies.nodes).toEqual([]);
  expect(data.account.amplifiedBy.nodes).toHaveLength(1);
});

test('lists go on from their cursor without gap or repetition, and count only when asked', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(
      hub.url,
      'query ($after: String) { mentions(first: 7, after: $after, order: OLDEST) { edges { cursor node { id publishedAt } } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    seen.push(
      ...data.mentions.edges.map(
        ({ node }: { node: { publishedAt: string; id: string } }) => `${node.publishedAt} ${node.id}`,
      ),
    );
    after = data.mentions.pageInfo.hasNextPage ? data.mentions.pageInfo.endCursor : null;
  } while (after);
  expect(calls).not.toContain('mentions.count');
  const { data } = await ask(hub.url, '{ mentions(first: 1) { totalCount } }');
  expect(seen).toHaveLength(data.mentions.totalCount);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.map((line) => line.slice(0, 24))).toEqual(seen.map((line) => line.slice(0, 24)).sort());
});

test.each([
  ['{ streams: [NEWS] }', 6],
  ['{ kinds: [REPLY] }', 6],
  ['{ region: "31" }', 12],
  ['{ region: "31.71" }', 6],
  ['{ agency: "bpbd-dki" }', 6],
  ['{ text: "tempat kami" }', 6],
  ['{ issue: "banjir-jakarta", platforms: ["x"] }', 66],
  ['{ platforms: ["tiktok"] }', 0],
  ['{ platforms: ["X"] }', 71],
  ['{ from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z" }', 11],
  ['{ streams: [NEWS], from: "2026-01-02T00:00:00Z" }', 5],
])('mentions(filter: %s) are %i', async (filter, count) => {
  const { data, errors } = await ask(
    hub.url,
    `{ mentions(first: 100, filter: ${filter}) { totalCount nodes { id } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.mentions.totalCount).toBe(count);
  expect(data.mentions.nodes).toHaveLength(count);
});

test.each([
  ['mentions(filter: { issue: "banjir-jakarat" }) { nodes { id } }', 'issue "banjir-jakarat"'],
  ['mentions(filter: { agency: "bnpb-dki" }) { nodes { id } }', 'agency "bnpb-dki"'],
  ['mentions(filter: { account: "BPBDJakarta" }) { nodes { id } }', 'account "BPBDJakarta"'],
  ['timeline(filter: { agency: "bnpb-dki" }) { total }', 'agency "bnpb-dki"'],
  ['accounts(agency: "bnpb-dki") { nodes { id } }', 'agency "bnpb-dki"'],
])('what a filter names and is not there is named: %s', async (field, named) => {
  const { errors } = await ask(hub.url, `{ ${field} }`);
  expect(errors).toMatchObject([{ message: `there is no ${named}`, extensions: { code: 'NOT_FOUND' } }]);
});

test('what is there but has nothing gives an empty list', async () => {
  const filter = `{ issue: "${ISSUE}", agency: "pemprov-dki" }`;
  const { data, errors } = await ask(
    hub.url,
    `{ mentions(filter: ${filter}) { nodes { id } } timeline(filter: ${filter}) { total } accounts(agency: "pemprov-dki") { nodes { id } } agencies(region: "99") { nodes { id } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ mentions: { nodes: [] }, timeline: [], accounts: { nodes: [] }, agencies: { nodes: [] } });
});

test('agencies of what is no region are refused', async () => {
  const { errors } = await ask(hub.url, '{ agencies(region: "Jakarta") { nodes { id } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_FILTER', at: 'region' } }]);
});

test('a timeline counts by kind and stream in days of the zone', async () => {
  const { data } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { mentionCount timeline(bucket: DAY, zone: WIT) { start total counts { kind stream count } } } }`,
  );
  const { timeline, mentionCount } = data.issue;
  expect(timeline[0].start).toBe('2025-12-31T15:00:00.000Z');
  expect(timeline.reduce((sum: number, { total }: { total: number }) => sum + total, 0)).toBe(mentionCount);
  expect(timeline[0].counts).toContainEqual({ kind: 'REPLY', stream: 'SOCIAL', count: 1 });
});

test('no private handle shows, whatever is asked for', async () => {
  const { data } = await ask(
    hub.url,
    '{ accounts(first: 500) { nodes { id label handle displayName nativeId isPublic createdAt followers mentions(first: 20) { nodes { id text account { label } } } } } mentions(first: 500) { nodes { account { handle displayName } } } }',
  );
  const text = JSON.stringify(data);
  expect(data.accounts.nodes).toHaveLength(10);
  expect(text).toContain('BPBDJakarta');
  for (const handle of PRIVATE_HANDLES) expect(text).not.toContain(handle);
  expect(text).not.toContain('Warga ');
});
