import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import { runParameters } from '#domain/run-parameters.js';
import { runPipeline } from '#graph-jobs/pipeline.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { groupOf, resultsOf, runOf } from '../../builders/run-results.js';
import { ask } from './ask.js';
import { ISSUE, makeHubData } from './hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let hub: RunningService;
let runs: string[];

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  const [first] = (await store.runs.page(ISSUE, { first: 1, after: null })).items;
  const work = { issueId: ISSUE, parameters: runParameters({ windowsSeconds: [60] }), codeVersion: 'jejaring@test' };
  const second = await runPipeline(store, work, { onProgress: () => undefined, stopRequested: () => false });
  runs = [first!.node.id, second.id];
  hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
});

afterAll(async () => {
  await hub.close();
  await store.close();
  data.remove();
});

test('a group tells how the groups of one behaviour stand to it, and leads to the others that these reach into', async () => {
  const [a, b, c, d] = (await store.accounts.page({}, { first: 4, after: null })).items.map(({ node }) => node.id);
  const layer = { behaviour: 'CO_LINK' as const, number: 1, size: 5, shared: 2, relation: 'OVERLAPPING' as const };
  const layers = (alsoIn: string[]) => [
    { ...layer, alsoIn, alsoInCount: 1 },
    { ...layer, behaviour: 'CO_TEXT' as const, alsoIn: [], alsoInCount: 0 },
  ];
  const own = (id: string, members: string[], alsoIn: string[]) => ({
    ...{ ...groupOf(id, 'r', members.sort()), issueId: 'other', layerGroups: layers(alsoIn) },
  });
  await store.issues.create({ id: 'other', title: '', query: 'macet', ownerAgencyId: null, sharedWith: [] });
  const run = runOf('r', { issueId: 'other' });
  await store.runs.put(run);
  const groups = [own('r-g1', [a!, b!], ['r-g2']), own('r-g2', [c!, d!], ['r-g1'])];
  await store.runs.writeResults(run, resultsOf('r', { groups }));
  await store.runs.put({ ...run, state: 'DONE' });
  const { data: found, errors } = await ask(
    hub.url,
    `{ issue(id: "other") { coTimedGroups { nodes { id
        layerGroups(first: 1) { totalCount pageInfo { hasNextPage }
          nodes { behaviour number size shared relation alsoInCount alsoIn { id size } } } } } }
      known: issue(id: "${ISSUE}") { coTimedGroups { nodes { layerGroups { nodes { number } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const firstOf = (other: string) => ({
    ...{ totalCount: 2, pageInfo: { hasNextPage: true } },
    nodes: [{ ...layer, alsoInCount: 1, alsoIn: [{ id: other, size: 2 }] }],
  });
  expect(found.issue.coTimedGroups.nodes).toEqual([
    { id: 'r-g1', layerGroups: firstOf('r-g2') },
    { id: 'r-g2', layerGroups: firstOf('r-g1') },
  ]);
  // One behaviour ties all of them.
  expect(found.known.coTimedGroups.nodes).toEqual([{ layerGroups: { nodes: [] } }]);
});

test('people review a group: two confirm it, and its history says who, why and what they looked at', async () => {
  const { data: listed } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { coTimedGroups(first: 1) { nodes { id explanations { kind } } } } }`,
  );
  const [{ id, explanations }] = listed.issue.coTimedGroups.nodes;
  const checklist = explanations.map(({ kind }: { kind: string }) => ({ kind, holds: kind === 'ON_THE_HOUR' }));
  const review = (by: string, verdict: string, answers: unknown = checklist) =>
    ask(
      hub.url,
      `mutation ($group: ID!, $verdict: ReviewVerdict!, $by: String, $checklist: [ExplanationAnswer!]) {
        reviewFinding(group: $group, verdict: $verdict, by: $by, reason: "looked at it", checklist: $checklist) {
          reviewState reviewedUntil reviews(first: 1) { nodes { number verdict by agency reason explanations } pageInfo { hasNextPage } } } }`,
      { group: id, verdict, by, checklist: answers },
    );
  expect((await review('Siti', 'CONFIRM', [])).errors?.[0]?.extensions).toMatchObject({ at: 'checklist' });
  expect((await review('Siti', 'CONFIRM')).data.reviewFinding).toMatchObject({
    reviewState: 'UNREVIEWED',
    reviewedUntil: null,
  });
  const { data: confirmed } = await review('Budi', 'CONFIRM');
  expect(confirmed.reviewFinding).toEqual({
    reviewState: 'CONFIRMED',
    reviewedUntil: expect.stringMatching(/Z$/),
    reviews: {
      nodes: [
        {
          ...{ number: 1, verdict: 'CONFIRM', by: 'Siti', agency: null, reason: 'looked at it' },
          explanations: ['ON_THE_HOUR'],
        },
      ],
      pageInfo: { hasNextPage: true },
    },
  });
  expect((await review('Wati', 'APPEAL', null)).data.reviewFinding).toMatchObject({ reviewState: 'UNREVIEWED' });
});

test('a group leads to the group of the run before that it is again, and a link to that one leads to the newest', async () => {
  const { data: found, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { coTimedGroups { nodes { id reviewState lineage { stableId since { id }
        predecessor { stayed joined left run { id } group { id reviewState lineage { predecessor { stayed } } } }
        history { nodes { id run { id } reviewState } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const [first, second] = runs.map((run) => `${run}-g1`);
  expect(found.issue.coTimedGroups.nodes).toEqual([
    {
      ...{ id: second, reviewState: 'UNREVIEWED' },
      lineage: {
        ...{ stableId: first, since: { id: runs[0] } },
        predecessor: {
          ...{ stayed: 4, joined: 0, left: 0, run: { id: runs[0] } },
          group: { id: first, reviewState: 'UNREVIEWED', lineage: { predecessor: null } },
        },
        history: {
          nodes: [
            { id: second, run: { id: runs[1] }, reviewState: 'UNREVIEWED' },
            { id: first, run: { id: runs[0] }, reviewState: 'UNREVIEWED' },
          ],
        },
      },
    },
  ]);
  const byLink = `{ coTimedGroup(id: "${first}") { lineage { history(first: 1) { nodes { id } } } } }`;
  const { data: linked } = await ask(hub.url, byLink);
  expect(linked.coTimedGroup.lineage.history.nodes).toEqual([{ id: second }]);
});

test('whatever is asked of a group in a history is what the group itself says', async () => {
  const [first, second] = runs.map((run) => `${run}-g1`);
  const asked = `id size edgeCount evidenceKept behaviours chance { observedPairs } run { id } issue { id }
    members(first: 500) { nodes { id } } edges(first: 1) { totalCount } layerGroups { totalCount } evidence(first: 1) { nodes { object } }
    lineage { stableId predecessor { stayed } }`;
  const { data: found, errors } = await ask(
    hub.url,
    `{ past: coTimedGroup(id: "${first}") { lineage { history(first: 1) { nodes { ${asked} } } } }
      alone: coTimedGroup(id: "${second}") { ${asked} } }`,
  );
  expect(errors).toBeUndefined();
  expect(found.past.lineage.history.nodes).toEqual([found.alone]);
  expect(found.alone).toMatchObject({ size: 4, lineage: { stableId: first } });
});
