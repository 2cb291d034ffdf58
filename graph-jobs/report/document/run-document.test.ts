import type { NetworkMeasures } from '#domain/network-measures.js';
import { DEFAULT_RUN_PARAMETERS, type Run } from '#domain/run.js';
import { cascadeColumnsOf, noComparison } from '../../../test/builders/cascade-columns.js';
import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { communitySummaries } from './communities.js';
import { coverageOf, firstMentionOf } from './coverage.js';
import { firstMovers, mostActive, mostAmplified } from './ranks.js';
import { runDocument } from './run-document.js';

const sketches: MentionSketch[] = [
  { id: '0', account: 'quiet', at: 0 },
  { id: '1', account: 'ana', at: 5, hashtags: ['banjir', 'jakarta'], region: '31' },
  { id: '2', account: 'budi', at: 10, parent: '1', hashtags: ['banjir'] },
  { id: '3', account: 'citra', at: 15, parent: '1', kind: 'QUOTE' },
  { id: '4', account: 'citra', at: 20, stream: 'NEWS', platform: 'web' },
  { id: '5', account: 'dewi', at: 25, parent: '3', kind: 'REPLY' },
  { id: '6', account: 'dewi', at: 30, parent: 'gone' },
];
const columns = mentionColumns(sketches, { ana: { followers: 10 } });
const nodes = ['ana', 'budi', 'citra', 'dewi'];
const code = (id: string) => columns.accounts.findIndex((account) => account.id === id);

/** ana -> budi, ana -> citra, citra -> dewi; {ana, budi} and {citra, dewi} as communities. */
const network = {
  nodes: 4,
  edges: 3,
  account: Uint32Array.from(nodes, code),
  source: Uint32Array.of(0, 0, 2),
  target: Uint32Array.of(1, 2, 3),
  weight: Uint32Array.of(1, 1, 1),
  amplified: Uint32Array.of(2, 0, 1, 0),
  amplifies: Uint32Array.of(0, 1, 1, 1),
  amplifications: 3,
  selfAmplifications: 0,
};
const communities = { count: 2, community: Uint32Array.of(0, 0, 1, 1), modularity: 0.1, stability: null };
const measures: NetworkMeasures = {
  ...{ engine: 'IN_PROCESS', method: 'LOUVAIN', communities },
  components: { count: 1, part: new Uint32Array(4) },
  pageRank: Float64Array.of(0.5, 0.1, 0.3, 0.1),
  betweenness: { value: Float64Array.of(0, 0, 1 / 3, 0), sampling: 'ALL', sources: 4 },
};

test('coverage says what there is and what is missing', () => {
  expect(coverageOf(columns)).toEqual({
    mentions: 7,
    accounts: 5,
    from: 0,
    to: 30_000,
    byPlatform: { web: 1, x: 6 },
    byKind: { ORIGINAL: 3, REPOST: 2, REPLY: 1, QUOTE: 1 },
    byStream: { SOCIAL: 6, NEWS: 1 },
    withRegion: 1,
    byProvince: { 31: 1 },
    timeStepMs: 1000,
    parentsMissing: 1,
    accountsWithFollowers: 1,
  });
  expect(coverageOf(mentionColumns([]))).toMatchObject({ mentions: 0, from: null, to: null, byPlatform: {} });
});

test('provinces count the mentions of their regencies and cities, and nothing is invented for the rest', () => {
  const regions = ['31.71', '31', undefined, '32.01'];
  const placed = mentionColumns(
    regions.map((region, i) => ({ id: `${i}`, account: 'ana', at: i, ...(region !== undefined && { region }) })),
  );
  expect(coverageOf(placed)).toMatchObject({ withRegion: 3, byProvince: { 31: 2, 32: 1 } });
});

test('the first mention is the earliest of all, amplified or not', () => {
  expect(firstMentionOf(columns)).toEqual({ accountId: 'quiet', time: 0, platform: 'x', kind: 'ORIGINAL' });
  expect(firstMentionOf(mentionColumns([]))).toBeNull();
});

test('two lists, not one: who is amplified, who is active; and who came first among the amplified', () => {
  expect(mostAmplified(columns, network)).toEqual([
    { accountId: 'ana', value: 2 },
    { accountId: 'citra', value: 1 },
  ]);
  expect(mostActive(columns).slice(0, 3)).toEqual([
    { accountId: 'citra', value: 2 },
    { accountId: 'dewi', value: 2 },
    { accountId: 'ana', value: 1 },
  ]);
  expect(firstMovers(columns, network)).toEqual([
    { accountId: 'ana', value: 5000 },
    { accountId: 'citra', value: 15_000 },
  ]);
});

test('a community has its members, its mentions, its flows and what it talks about', () => {
  expect(communitySummaries(columns, network, communities)).toEqual([
    {
      ...{ number: 0, accounts: 2, mentions: 2, inside: 1, across: 1 },
      topAccounts: [{ accountId: 'ana', value: 2 }],
      topHashtags: [
        { hashtag: 'banjir', count: 2 },
        { hashtag: 'jakarta', count: 1 },
      ],
      shared: [{ kind: 'HASHTAG', name: 'banjir', accounts: 2, members: 2, elsewhere: 0, others: 2 }],
      foundAgain: null,
    },
    {
      ...{ number: 1, accounts: 2, mentions: 4, inside: 1, across: 1 },
      topAccounts: [{ accountId: 'citra', value: 1 }],
      topHashtags: [],
      shared: [],
      foundAgain: null,
    },
  ]);
});

test('the document holds no time of execution, and of long evidence 200 rows', () => {
  const run: Run = {
    ...{ id: 'r1', issueId: 'banjir', queryVersion: 1, state: 'RUNNING', inputHash: 'ab', codeVersion: 'jejaring@0' },
    ...{ parameters: DEFAULT_RUN_PARAMETERS, counts: {}, timings: {}, startedAt: 123_456_789, finishedAt: null },
    ...{ engineReason: 'asked for', error: null },
  };
  const issue = {
    ...{ id: 'banjir', title: 'Banjir', query: 'banjir', queryVersion: 1, ownerAgencyId: null, sharedWith: [] },
    ...{ createdAt: 123_456_789, updatedAt: 123_456_789 },
  };
  const picture = { accounts: 4, edges: 3, nodes: [], links: [] };
  const root = Uint32Array.of(1);
  const ones = Uint32Array.of(1);
  const cascades = cascadeColumnsOf({
    ...{ length: 2, root, size: Uint32Array.of(4), uniqueAccounts: ones, depth: ones, maxBreadth: ones },
    ...{ structuralVirality: Float64Array.of(1.5), directShare: Float64Array.of(1), secondsToHalf: Float64Array.of(5) },
    ...{ lone: 1, cyclesBroken: 0 },
  });
  const none = { steps: 0, known: 0, hops: 0, ways: 0, commonest: [] };
  const hops = { platforms: none, provinces: none, streams: none };
  const row = {
    ...{ from: 'ana', to: 'budi', behaviour: 'CO_LINK' as const, object: 'https://a.example/' },
    ...{ fromMentionId: 'x:1', toMentionId: 'x:2', fromTime: 0, toTime: 1 },
  };
  const group = {
    ...{ id: 'r1-g0', runId: 'r1', issueId: 'banjir', behaviours: ['CO_LINK' as const], members: ['ana', 'budi'] },
    edges: [{ from: 'ana', to: 'budi', behaviour: 'CO_LINK' as const, weight: 500, objects: 1 }],
    ...{ evidenceCount: 500, explanations: [], evidence: new Array(500).fill(row) },
    chance: { observedPairs: 1, expectedPairs: 0, copiesWithGroupAsLarge: 0, copies: 1, binHours: 6 },
  };
  const map = { cascades, hops, network, measures, picture };
  const found = {
    run,
    issue,
    columns,
    map,
    comparison: noComparison(2),
    groups: [group],
    crowdedObjects: 2,
    windows: [],
    model: null,
  };
  const document = runDocument(found);
  expect(JSON.stringify(document)).not.toContain('123456789');
  expect(document.crowdedObjects).toBe(2);
  expect(document.groups[0]).toMatchObject({ id: 'r1-g0', evidenceCount: 500 });
  expect(document.groups[0]!.evidence.length).toBe(200);
  const weights = Array.from({ length: 60 }, (_, i) => 1 + ((i * 7) % 60));
  const edges = weights.map((weight, i) => ({ ...group.edges[0]!, to: `b${i}`, weight }));
  const [large] = runDocument({ ...found, groups: [{ ...group, edges, edgeCount: 70_000 }] }).groups;
  expect(large).toMatchObject({ edgeCount: 70_000, edges: edges.filter(({ weight }) => weight > 10) });
  expect(document.measures).toEqual({
    ...{ engine: 'IN_PROCESS', method: 'LOUVAIN', components: { count: 1, largest: 4 } },
    pageRank: [
      { accountId: 'ana', value: 0.5 },
      { accountId: 'citra', value: 0.3 },
      { accountId: 'budi', value: 0.1 },
      { accountId: 'dewi', value: 0.1 },
    ],
    betweenness: { sampling: 'ALL', sources: 4, accounts: [{ accountId: 'citra', value: 0.333333, error: 0 }] },
  });
  expect(document.cascades).toMatchObject({ count: 2, lone: 1, largest: [{ rootId: 'x:1', size: 4 }] });
  expect(document.cascades.spreads).toContainEqual({
    measure: 'structuralVirality',
    median: 1.5,
    ninetieth: 1.5,
    most: 1.5,
  });
  expect(document.network.amplifiedAccounts).toBe(network.amplified.filter((times) => times > 0).length);
});
