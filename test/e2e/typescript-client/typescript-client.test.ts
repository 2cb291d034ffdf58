import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { issueKey } from '#cli/keys/issue-key.js';
import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { matchIssue } from '#graph-jobs/claims/registry/match-issue.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import {
  ClaimsWithCandidatesDocument,
  DecideClaimMatchDocument,
  FollowIssueDocument,
  MentionsOfIssueDocument,
  RequestRunDocument,
} from '../../../examples/typescript-client/generated/operations.js';
import { HubClient } from '../../../examples/typescript-client/hub-client.js';
import { claimOf } from '../../builders/claims.js';
import { importMentions } from '../../builders/import-rows.js';
import { mentionRecord } from '../../builders/records.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';

const ISSUE = 'banjir';
const MENTIONS = 7;

/** What stands between client and hub: it answers itself while it has something to say. */
type Fault = { readonly status: number; readonly body?: object; readonly retryAfter?: string; readonly after?: true };
let faults: Fault[];
let passed: number;
let waits: number[];
let dataFolder: string;
let store: Store;
let hub: RunningService;
let proxy: Server;
let key: string;
let url: string;

beforeAll(async () => {
  dataFolder = await unusedDataFolder(mkdtempSync(join(tmpdir(), 'jejaring-client-')));
  store = await openStore({ dataFolder });
  await importMentions(
    store,
    Array.from({ length: MENTIONS }, (_, i) => mentionRecord(`m${i}`, { text: `Banjir di Jakarta ${i}`, minute: i })),
  );
  await store.issues.create({ id: ISSUE, title: 'Banjir', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
  await store.claims.put([
    claimOf('https://cek.example/1', { texts: ['Banjir di Jakarta 1 karena pintu air dibuka'] }),
  ]);
  const listener = { signal: new AbortController().signal, onProgress: () => undefined };
  await matchIssue(store, { issueId: ISSUE, top: 1, minScore: 0.1 }, listener);
  const given = { name: 'klien', role: 'national-analyst', days: '1' };
  key = issueKey(new ApiKeyFile(join(dataFolder, 'api-keys.ndjson')), given).key;
  const { authenticate } = controlledEnvironment({}, { data: dataFolder });
  hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'), { authenticate });
  proxy = createServer(async (request, response) => {
    const fault = faults.shift();
    const body = await text(request);
    if (!fault || fault.after) passed += 1;
    const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' };
    const answer = fault && !fault.after ? null : await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });
    const told = fault ? JSON.stringify(fault.body ?? {}) : await answer!.text();
    response
      .writeHead(fault?.status ?? answer!.status, { ...(fault?.retryAfter && { 'retry-after': fault.retryAfter }) })
      .end(told);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/graphql`;
});

beforeEach(() => {
  faults = [];
  passed = 0;
  waits = [];
});

afterAll(async () => {
  proxy.close();
  proxy.closeAllConnections();
  await hub.close();
  await store.close();
  rmSync(dataFolder, { recursive: true });
});

const coded = (code: string) => ({ errors: [{ message: 'no', extensions: { code } }] });
const patience = { attempts: 3, wait: async (ms: number) => void waits.push(ms) };
const client = (to = url, by: string | undefined = key) => new HubClient({ url: to, key: by, patience });
const mentions = (first: number) =>
  client().itemsOf(MentionsOfIssueDocument, { issue: ISSUE, first }, (data) => data.mentions);

test('all items of a list come in their order, a page when it is read', async () => {
  const texts: string[] = [];
  for await (const { text: words } of mentions(3)) texts.push(words);
  expect(texts).toEqual(Array.from({ length: MENTIONS }, (_, i) => `Banjir di Jakarta ${i}`));
  expect(passed).toBe(3);
  for await (const _ of mentions(2)) break;
  expect(passed).toBe(4);
});

test('what may be over in a moment is asked again, more and more slowly, not before retry-after', async () => {
  faults = [
    { status: 429, body: coded('RATE_LIMITED'), retryAfter: '7' },
    { status: 200, body: { data: { mentions: null }, ...coded('SUBGRAPH_UNAVAILABLE') } },
  ];
  expect((await mentions(1).next()).value).toMatchObject({ text: 'Banjir di Jakarta 0' });
  expect([waits.length, waits[0], passed]).toEqual([2, 7000, 1]);
  expect(waits[1]).toBeLessThanOrEqual(1000);
  faults = Array.from({ length: 3 }, () => ({ status: 503, body: coded('STORE_UNAVAILABLE') }));
  await expect(mentions(1).next()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect([waits.length, faults.length]).toEqual([4, 0]);
});

test('what asking again does not mend is told at once, with its code and what came', async () => {
  const partial = { mentions: { nodes: [] } };
  faults = [{ status: 200, body: { data: partial, ...coded('OPERATION_TOO_COSTLY') } }];
  await expect(mentions(1).next()).rejects.toMatchObject({ code: 'OPERATION_TOO_COSTLY', partial });
  const stranger = client(url, 'jjr_none').ask(MentionsOfIssueDocument, { issue: ISSUE, first: 1 });
  await expect(stranger).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(waits).toEqual([]);
});

test('a mutation is sent again with the id of its request, and is one; without one it is not sent again', async () => {
  const { claims } = await client().ask(ClaimsWithCandidatesDocument, { first: 1 });
  const match = claims.nodes[0]!.matches!.nodes[0]!.id;
  // The hub does it, and its answer is lost.
  faults = [{ status: 502, after: true }];
  const decision = { match, verdict: 'DENIES', reason: 'It denies it.', request: 'one' } as const;
  const { decideClaimMatch } = await client().ask(DecideClaimMatchDocument, decision);
  expect(decideClaimMatch).toMatchObject({
    state: 'CANDIDATE',
    history: { nodes: [{ number: 1, by: expect.any(String) }] },
  });
  expect([passed, waits.length]).toEqual([3, 1]);
  faults = [{ status: 502, after: true }];
  await expect(client().ask(RequestRunDocument, { issue: ISSUE })).rejects.toMatchObject({ code: 'UNREACHABLE' });
  expect([passed, waits.length]).toEqual([4, 1]);
});

test('events come with a credential, and are refused with a code without one', async () => {
  const direct = `${hub.url}/graphql`;
  for await (const { issueUpdated } of client(direct).follow(FollowIssueDocument, { issue: ISSUE })) {
    expect(issueUpdated).toMatchObject({ kind: 'CURRENT', issue: { title: 'Banjir', mentionCount: MENTIONS } });
    break;
  }
  const refused = (by?: string) =>
    new HubClient({ url: direct, key: by, patience }).follow(FollowIssueDocument, { issue: ISSUE }).next();
  for (const by of [undefined, 'jjr_none'])
    await expect(refused(by)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(waits).toEqual([]);
});

test('a subscription that ends is begun again', async () => {
  const stream = 'event: next\ndata: {"data":{"issueUpdated":{"kind":"CURRENT"}}}\n\nevent: complete\ndata:\n\n';
  const sse = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(stream),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => sse.once('listening', resolve));
  const events = client(`http://127.0.0.1:${(sse.address() as AddressInfo).port}/`).follow(FollowIssueDocument, {
    issue: ISSUE,
  });
  for (let i = 0; i < 3; i += 1)
    expect((await events.next()).value).toMatchObject({ issueUpdated: { kind: 'CURRENT' } });
  await events.return();
  expect(waits).toHaveLength(2);
  sse.close();
  sse.closeAllConnections();
});

test('the program lists the mentions of an issue', async () => {
  const program = packageFile('dist/examples/typescript-client/main.js');
  const run = (by: string) =>
    promisify(execFile)(process.execPath, [program, url, ISSUE], { env: { ...process.env, JEJARING_KEY: by } });
  expect((await run(key)).stdout.trim().split('\n')).toHaveLength(MENTIONS);
  await expect(run('jjr_none')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^UNAUTHENTICATED/) });
});
