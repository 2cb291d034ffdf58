import { ask } from './ask.js';
import { type RunningHub, runningHub } from './running-hub.js';

let hub: RunningHub;

beforeAll(async () => {
  hub = await runningHub();
});

afterAll(() => hub.stop());

const SHOWN = `id state suggestedQuery issue { id mentionCount } search { falseDiscoveryRate testsOfObject }
  objects(first: 1) { nodes { kind name expected q } pageInfo { hasNextPage } }
  firstAccounts { account { label } mention { text } } history(first: 9) { nodes { number verdict by reason } }`;

const listed = async () => (await ask(hub.url, `{ emergingIssues { nodes { ${SHOWN} } } }`)).data.emergingIssues.nodes;

test('an emerging issue is dismissed, then taken up as an issue; a retry adds nothing, and all stays in its log', async () => {
  const [found, ...none] = await listed();
  expect(none).toEqual([]);
  expect(found).toMatchObject({
    ...{ state: 'CANDIDATE', issue: null, search: { falseDiscoveryRate: 0.01, testsOfObject: 72 } },
    objects: { nodes: [{ kind: 'HASHTAG', name: 'jembatanputus' }], pageInfo: { hasNextPage: true } },
    suggestedQuery: '#jembatanputus OR "jembatan gantung di desa kami putus tadi pagi"',
  });
  expect(found.firstAccounts[0].mention.text).toContain('Jembatan gantung');
  const dismiss = `mutation ($id: ID!) { dismissEmergingIssue(id: $id, decision: "d1", by: "Sari", reason: "Libur.") { state } }`;
  for (const _ of [1, 2])
    expect((await ask(hub.url, dismiss, { id: found.id })).data).toEqual({
      dismissEmergingIssue: { state: 'DISMISSED' },
    });
  const takeUp = `mutation ($id: ID!, $query: String!) {
    takeUpEmergingIssue(id: $id, decision: "d2", by: "Budi", reason: "Bukan libur.",
      issue: { id: "jembatan", title: "Jembatan putus", query: $query, sharedWith: ["31"] }) { ${SHOWN} }
  }`;
  const asked = { id: found.id, query: found.suggestedQuery };
  const first = await ask(hub.url, takeUp, asked);
  expect(first.data.takeUpEmergingIssue).toMatchObject({
    state: 'TAKEN_UP',
    issue: { id: 'jembatan', mentionCount: 5 },
  });
  expect(await ask(hub.url, takeUp, asked)).toEqual(first);
  const log = [
    { number: 1, verdict: 'DISMISSED', by: 'Sari', reason: 'Libur.' },
    { number: 2, verdict: 'TAKEN_UP', by: 'Budi', reason: 'Bukan libur.' },
  ];
  expect((await listed())[0].history.nodes).toEqual(log);
});

test('what cannot be is refused by what is wrong with it', async () => {
  const [{ id }] = await listed();
  const refused = async (decision: string, issue: string, by = 'Sari') => {
    const words = `id: "${id}", decision: "${decision}", by: "${by}", reason: "r"`;
    const { errors } = await ask(hub.url, `mutation { takeUpEmergingIssue(${words}, issue: {${issue}}) { id } }`);
    return [errors![0]!.extensions.code, errors![0]!.extensions.at];
  };
  const issue = 'id: "lain", title: "t", query: "a"';
  expect(await refused('d3', issue)).toEqual(['ISSUE_EXISTS', 'id']);
  expect(await refused('d1', issue)).toEqual(['BAD_PARAMETERS', 'decision']);
  expect(await refused(' ', issue)).toEqual(['BAD_PARAMETERS', 'decision']);
  expect(await refused('d3', issue, ' ')).toEqual(['BAD_PARAMETERS', 'by']);
  expect(await refused('d3', `${issue}, sharedWith: ["Jakarta"]`)).toEqual(['BAD_PARAMETERS', 'issue.sharedWith']);
  expect(await refused('d3', `${issue}, sharedWith: ["31", "39"]`)).toEqual(['NOT_FOUND', 'issue.sharedWith']);
  expect(await refused('d3', `${issue}, ownerAgency: "none"`)).toEqual(['NOT_FOUND', 'issue.ownerAgency']);
  const dismiss = 'dismissEmergingIssue(id: "none", decision: "d3", by: "b", reason: "r") { id }';
  expect((await ask(hub.url, `mutation { ${dismiss} }`)).errors![0]!.extensions.code).toBe('NOT_FOUND');
  expect((await ask(hub.url, '{ emergingIssue(id: "none") { id } emergingSearches { nodes { id } } }')).data).toEqual({
    ...{ emergingIssue: null, emergingSearches: { nodes: [{ id: 'search-1' }] } },
  });
});
