import { ask } from './ask.js';
import { type RunningHub, runningHub } from './running-hub.js';

let hub: RunningHub;

beforeAll(async () => {
  hub = await runningHub();
});

afterAll(() => hub.stop());

const MATCHES = `matches(first: 9) { nodes { id state mention { id claimMatches { nodes { id } } } } pageInfo { hasNextPage } }`;
const decide = (match: string, verdict: string, by = 'Sari', reason = 'Read both.') =>
  ask(
    hub.url,
    `mutation ($match: ID!, $by: String!, $reason: String!) {
      decideClaimMatch(match: $match, verdict: ${verdict}, by: $by, reason: $reason) { id state }
    }`,
    { match, by, reason },
  );

test('what may tell a claim is a candidate until a person decides; every decision stays in its history', async () => {
  const listed = (await ask(hub.url, `{ claims { nodes { id reviews { rating } ${MATCHES} } } }`)).data.claims.nodes;
  expect(listed).toMatchObject([{ reviews: [{ rating: 'Salah' }, { rating: 'Menyesatkan' }] }]);
  const [{ id: claim, matches }] = listed;
  const [{ id, state, mention }] = matches.nodes;
  expect([state, mention]).toEqual(['CANDIDATE', { id: 'x:post0-n', claimMatches: { nodes: [{ id }] } }]);
  for (const [by, verdict, then] of [
    [' Sari DENIES ', 'DENIES', 'CANDIDATE'],
    ['Budi', 'CONFIRMED', 'CANDIDATE'],
    ['Wati', 'CONFIRMED', 'CONFIRMED'],
  ] as const)
    expect((await decide(id, verdict, by)).data.decideClaimMatch).toEqual({ id, state: then });
  const history = 'history(first: 1) { nodes { number verdict by at } pageInfo { hasNextPage endCursor } }';
  const first = (await ask(hub.url, `{ claimMatch(id: "${id}") { claim { id } ${history} } }`)).data.claimMatch;
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect([first.claim.id, first.history.nodes]).toEqual([
    claim,
    [{ number: 1, verdict: 'DENIES', by: 'Sari DENIES', at }],
  ]);
  expect(first.history.pageInfo.hasNextPage).toBe(true);
  const confirmed = `{ claim(id: "${claim}") { matches(state: CONFIRMED) { nodes { id } } } }`;
  expect((await ask(hub.url, confirmed)).data.claim.matches.nodes).toEqual([{ id }]);
});

test('a decision that is sent again after a lost answer is one entry; the same words decided anew are another', async () => {
  const [{ matches }] = (await ask(hub.url, `{ claims { nodes { ${MATCHES} } } }`)).data.claims.nodes;
  const [{ id }] = matches.nodes;
  const log = async (): Promise<{ number: number }[]> =>
    (await ask(hub.url, `{ claimMatch(id: "${id}") { textEdited history(first: 50) { nodes { number } } } }`)).data
      .claimMatch.history.nodes;
  const before = (await log()).length;
  const send = (request: string, verdict: string) =>
    ask(
      hub.url,
      `mutation { decideClaimMatch(match: "${id}", verdict: ${verdict}, by: "Budi", reason: "Lost.", request: "${request}") { state } }`,
    );
  for (const request of ['a', 'a', 'b']) await send(request, 'REJECTED');
  // Of Sari, Budi and Wati, one says that it denies the claim and two that it tells it.
  expect((await send('a', 'CONFIRMED')).data.decideClaimMatch).toEqual({ state: 'CONFIRMED' });
  expect((await log()).length - before).toBe(3);
});

test('a decision names who decided and why; a match that is not there cannot be decided, and is null where it is read', async () => {
  const other = Buffer.from('["https://cek.example/pintu-air","x:none"]').toString('base64url');
  const refused = await Promise.all([
    decide(other, 'CONFIRMED'),
    decide('no id', 'CONFIRMED'),
    decide(other, 'CONFIRMED', ' '),
    decide(other, 'CONFIRMED', 'Sari', 'x'.repeat(2_001)),
    decide(other, 'CONFIRMED', 'Sa\0ri'),
  ]);
  expect(refused.map(({ errors }) => [errors![0]!.extensions.code, errors![0]!.extensions.at])).toEqual([
    ['NOT_FOUND', 'match'],
    ['NOT_FOUND', 'match'],
    ['BAD_PARAMETERS', 'by'],
    ['BAD_PARAMETERS', 'reason'],
    ['BAD_PARAMETERS', 'by'],
  ]);
  const nothing = `{ a: claimMatch(id: "${other}") { id } b: claimMatch(id: "[]") { id } claim(id: "none") { id } }`;
  expect((await ask(hub.url, nothing)).data).toEqual({ a: null, b: null, claim: null });
});

const CLUSTER = `hoaxCluster(issue: "banjir-jakarta") {
  claim { texts } issue { title } isCut
  roles { role matches reposts accounts responses withDenialSign decidedBy }
  race { bucketSeconds curve { start tells denies candidates } lag { firstSeconds } audience { carriers { accounts reached } } }
  mentions(role: TELLS, first: 2) { totalCount nodes { mention { id account { label } } source { id } decidedBy denialSigns } pageInfo { hasNextPage } }
  carriers { nodes { account { id } firstMention { id } mentions } }
  edges(first: 3) { nodes { role weight from { id } to { id } } }
  cascades { nodes { size root { id } } }
  coTimedGroups { totalCount nodes { members telling group { id chance { observedPairs } explanations { kind } } } }
}`;

test('the hoax cluster of a claim: what people decided, the race, who carried it and the groups inside', async () => {
  const issue =
    '{ issue(id: "banjir-jakarta") { matchedClaims(first: 9) { nodes { claimId confirmed candidates cluster { isCut outsideReposts } } } } }';
  const [claim] = (await ask(hub.url, issue)).data.issue.matchedClaims.nodes;
  expect(claim).toMatchObject({
    claimId: 'https://cek.example/pintu-air',
    confirmed: 1,
    cluster: { isCut: false, outsideReposts: 0 },
  });
  const answer = await ask(hub.url, `{ claim(id: "${claim.claimId}") { ${CLUSTER} } }`);
  expect(answer.errors).toBeUndefined();
  const cluster = answer.data.claim.hoaxCluster;
  const [tells, denies] = cluster.roles;
  expect(tells).toMatchObject({ role: 'TELLS', matches: 1, decidedBy: [expect.any(String)], withDenialSign: 0 });
  expect(denies).toMatchObject({ role: 'DENIES', matches: 0, decidedBy: [] });
  expect(cluster.race).toMatchObject({ lag: null, audience: { carriers: { accounts: tells.accounts, reached: 0 } } });
  expect(cluster.race.curve.reduce((sum: number, { tells }: { tells: number }) => sum + tells, 0)).toBe(
    tells.matches + tells.reposts,
  );
  expect(cluster.mentions.totalCount).toBe(tells.matches + tells.reposts);
  expect(cluster.mentions.nodes[0]).toMatchObject({ mention: { id: 'x:post0-n' }, source: { id: 'x:post0-n' } });
  expect(cluster.carriers.nodes[0].firstMention).toEqual({ id: 'x:post0-n' });
});

test('a claim or an issue that is not there has no cluster, which is said', async () => {
  const [claim, issue] = [
    await ask(hub.url, '{ issue(id: "banjir-jakarta") { hoaxCluster(claim: "none") { isCut } } }'),
    await ask(hub.url, '{ claim(id: "https://cek.example/pintu-air") { hoaxCluster(issue: "none") { isCut } } }'),
  ];
  expect([claim, issue].map(({ errors }) => errors![0]!.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});
