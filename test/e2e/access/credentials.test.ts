import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { issueKey } from '#cli/keys/issue-key.js';
import { HUB_SUBGRAPHS } from '#cli/serve/hub-subgraphs.js';
import { ANYONE } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { startGatewayService } from '#gateway/gateway-service.js';
import { httpConnection } from '#gateway/http-connection.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import type { Subgraph } from '#platform/federated-subgraph.js';
import type { RunningService } from '#platform/http-server.js';
import { internalTokenSigner } from '#platform/internal-token/internal-token-signer.js';
import { createLogger } from '#platform/logger.js';
import { startSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { follow, nextOf } from '../serve-hub/follow.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';

const log = createLogger('test', 'silent');
const HERE = { host: '127.0.0.1', port: 0 };
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PRIVATE = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const PUBLIC = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const TOKENS = { ACCESS_ISSUER: 'https://login.example', ACCESS_AUDIENCE: 'hub' };

let data: Awaited<ReturnType<typeof makeHubData>>;
let folder: string;
let store: Store;
let services: RunningService[];
let gateway: RunningService;
let key: string;
let login: Awaited<ReturnType<typeof generateKeyPair>>;
let urls: Record<string, string>;

beforeAll(async () => {
  data = await makeHubData();
  folder = mkdtempSync(join(tmpdir(), 'jejaring-access-'));
  store = await openStore(data);
  services = await Promise.all(
    HUB_SUBGRAPHS.map((one) =>
      startSubgraphService(one as Subgraph<Store>, store, { ...HERE, publicKeys: PUBLIC }, log),
    ),
  );
  urls = Object.fromEntries(HUB_SUBGRAPHS.map(({ name }, i) => [name, `${services[i]!.url}/graphql`]));
  login = await generateKeyPair('RS256', { extractable: true });
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(login.publicKey)), kid: 'k', alg: 'RS256' }] }));
  writeFileSync(join(folder, 'gateway.key'), PRIVATE);
  key = issueKey(new ApiKeyFile(join(folder, 'api-keys.ndjson')), {
    name: 'x',
    role: 'national-analyst',
    days: '1',
  }).key;
  const variables = { ...TOKENS, ACCESS_JWKS: jwks, INTERNAL_SIGNING_KEY_FILE: join(folder, 'gateway.key') };
  const { authenticate, sign } = controlledEnvironment(variables, { data: folder });
  const subgraphs = httpConnection(urls, log, sign);
  gateway = await startGatewayService({ ...HERE, log, authenticate, subgraphs, subgraphNames: Object.keys(urls) });
});

afterAll(async () => {
  await gateway.close();
  await Promise.all(services.map((service) => service.close()));
  await store.close();
  data.remove();
  rmSync(folder, { recursive: true });
});

async function post(url: string, query: string, authorization?: string, accept = 'application/json') {
  const headers = { 'content-type': 'application/json', accept, ...(authorization && { authorization }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data: given, errors } = await response.json();
  return {
    status: response.status,
    data: given,
    code: errors?.[0]?.extensions.code,
    www: response.headers.get('www-authenticate'),
  };
}

const now = () => Math.floor(Date.now() / 1000);
const claims = { jejaring_role: 'POLICY_REVIEWER', sub: 'ani', iss: TOKENS.ACCESS_ISSUER, aud: TOKENS.ACCESS_AUDIENCE };
const token = (expires: number, { kid = 'k', signer = login, ...other }: Partial<Signed> = {}) =>
  new SignJWT({ ...claims, ...other, exp: expires }).setProtectedHeader({ alg: 'RS256', kid }).sign(signer.privateKey);

interface Signed {
  readonly kid: string;
  readonly signer: typeof login;
  readonly aud: string;
  readonly iss: string;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As if the public key of the issuer, which everybody has, were a secret that both share. */
async function confused(alg: string): Promise<string> {
  const signed = `${base64({ alg, kid: 'k' })}.${base64({ ...claims, exp: now() + 60 })}`;
  return `${signed}.${createHmac('sha256', await exportSPKI(login.publicKey))
    .update(signed)
    .digest('base64url')}`;
}

const TITLE = `{ issue(id: "${ISSUE}") { title spread { network { accounts } } } }`;

test('a key and a token open what their role may see, through subgraphs that know the gateway alone', async () => {
  const expected = { issue: { title: 'Banjir Jakarta', spread: { network: { accounts: expect.any(Number) } } } };
  for (const credential of [key, await token(now() + 60)])
    expect(await post(`${gateway.url}/graphql`, TITLE, `Bearer ${credential}`)).toMatchObject({
      status: 200,
      data: expected,
    });
  expect(await (await fetch(`${gateway.url}/ready`)).json()).toMatchObject({ ready: true });
});

test('without a credential nothing is told; with a bad one the request is refused', async () => {
  expect(await post(`${gateway.url}/graphql`, TITLE)).toMatchObject({
    status: 200,
    data: { issue: null },
    code: 'UNAUTHENTICATED',
  });
  const refused = { status: 401, data: undefined, code: 'UNAUTHENTICATED', www: 'Bearer' };
  for (const bad of [`${key.slice(0, -2)}__`, 'x'])
    expect(await post(`${gateway.url}/graphql`, '{ __typename }', `Bearer ${bad}`)).toEqual(refused);
});

test.each<[string, () => Promise<string>]>([
  ['that has expired', () => token(now() - 60)],
  ['for another audience', () => token(now() + 60, { aud: 'other' })],
  ['of another issuer', () => token(now() + 60, { iss: 'https://other.example' })],
  ['with alg: none', async () => `${base64({ alg: 'none' })}.${base64({ ...claims, exp: now() + 60 })}.`],
  ['with HS256 and the public key for a secret', () => confused('HS256')],
  ['with an HMAC that calls itself RS256', () => confused('RS256')],
  ['of an unknown kid', () => token(now() + 60, { kid: 'other' })],
  ['of a foreign key', async () => token(now() + 60, { signer: await generateKeyPair('RS256') })],
  ['that is internal', async () => internalTokenSigner(PRIVATE)('mentions', ANYONE)],
])('a token %s is refused over HTTP with UNAUTHENTICATED', async (_, made) => {
  const refused = { status: 401, data: undefined, code: 'UNAUTHENTICATED', www: 'Bearer' };
  expect(await post(`${gateway.url}/graphql`, '{ __typename }', `Bearer ${await made()}`)).toEqual(refused);
});

test('a subscription goes through with a credential, and is told why it does not without one', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: `subscription { issueUpdated(issue: "${ISSUE}") { kind } }` }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  await response.body?.cancel();
  const event = await nextOf(follow(gateway.url, `subscription { issueUpdated(issue: "${ISSUE}") { kind } }`));
  expect(event.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a caller has 20 subscriptions at a time, and takes none of those of others', async () => {
  const stop = new AbortController();
  const body = JSON.stringify({ query: `subscription { issueUpdated(issue: "${ISSUE}") { kind } }` });
  const begin = (credential: string) => {
    const authorization = `Bearer ${credential}`;
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', authorization };
    return fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: stop.signal });
  };
  const firstOf = async (response: Response): Promise<string> => {
    const reader = response.body!.getReader();
    for (let words = ''; ; ) {
      const { done, value } = await reader.read();
      words += Buffer.from(value ?? []).toString();
      if (done || words.includes('data: {')) return words;
    }
  };
  const mine = await Promise.all(Array.from({ length: 20 }, () => begin(key)));
  expect(await firstOf(await begin(key))).toContain('TOO_MANY_SUBSCRIPTIONS');
  expect(await firstOf(await begin(await token(now() + 60)))).toContain('CURRENT');
  expect(await firstOf(mine[19]!)).toContain('CURRENT');
  stop.abort();
});

test('who shows bad credentials is slowed, and good ones from the same address are not', async () => {
  const { authenticate, sign } = controlledEnvironment(
    { INTERNAL_SIGNING_KEY_FILE: join(folder, 'gateway.key') },
    { data: folder },
  );
  const subgraphs = httpConnection(urls, log, sign);
  const limits = { ...USUAL_LIMITS, rate: { known: 1000, anonymous: 50, redisUrl: null } };
  const limited = await startGatewayService({ ...HERE, log, authenticate, subgraphs, subgraphNames: [], limits });
  const show = (credential: string) => post(`${limited.url}/graphql`, '{ __typename }', `Bearer ${credential}`);
  for (let i = 0; i < 5; i += 1) expect(await show('jjr_none')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  for (let i = 0; i < 2; i += 1) expect(await show('jjr_none')).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(await post(`${limited.url}/graphql`, '{ __typename }')).toMatchObject({ status: 429 });
  expect(await show(key)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  await limited.close();
});

test('a subgraph that is asked directly refuses: without a token, with a used one, with one for another, for events too', async () => {
  const { mentions = '', accounts = '' } = urls;
  const sign = internalTokenSigner(PRIVATE);
  const good = `Bearer ${sign('mentions', ANYONE)}`;
  const refused = { status: 401, data: undefined, code: 'UNAUTHENTICATED' };
  expect(await post(mentions, '{ __typename }')).toMatchObject(refused);
  expect(await post(mentions, '{ __typename }', `Bearer ${key}`)).toMatchObject(refused);
  expect(await post(mentions, '{ __typename }', good)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  expect(await post(mentions, '{ __typename }', good)).toMatchObject(refused);
  expect(await post(accounts, '{ __typename }', `Bearer ${sign('mentions', ANYONE)}`)).toMatchObject(refused);
  expect(await post(mentions, '{ __typename }', undefined, 'text/event-stream')).toMatchObject(refused);
});

test('a gateway over the supergraph in a file signs for the same subgraphs, and does not start without its key', async () => {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(
    file,
    composeSupergraph(HUB_SUBGRAPHS.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls[name]! }))),
  );
  const { authenticate, sign } = controlledEnvironment(
    { INTERNAL_SIGNING_KEY_FILE: join(folder, 'gateway.key') },
    { data: folder },
  );
  const parts = { ...HERE, file, log, nulls: 'partial' as const, authenticate };
  const served = await startSupergraphGateway({ ...parts, sign });
  const answer = await post(`${served.url}/graphql`, TITLE, `Bearer ${key}`);
  await served.close();
  expect(answer.data.issue.title).toBe('Banjir Jakarta');
  await expect(startSupergraphGateway({ ...parts, sign: null })).rejects.toMatchObject({
    code: 'BAD_CONFIGURATION',
    at: 'INTERNAL_SIGNING_KEY_FILE',
  });
});

test('a key that is revoked ends what it follows', async () => {
  const file = new ApiKeyFile(join(folder, 'api-keys.ndjson'));
  const made = issueKey(file, { name: 'y', role: 'national-analyst', days: '1' });
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${made.key}` },
    body: JSON.stringify({ query: `subscription { issueUpdated(issue: "${ISSUE}") { kind } }` }),
  });
  file.revoke(made.id);
  expect(await response.text()).toContain('event: complete');
});

test('a gateway whose key the subgraphs do not know gets nothing, and its client is not blamed', async () => {
  const { authenticate } = controlledEnvironment({}, { data: folder });
  const subgraphs = httpConnection(urls, log, null);
  const other = await startGatewayService({ ...HERE, log, authenticate, subgraphs, subgraphNames: [] });
  const answer = await post(`${other.url}/graphql`, TITLE, `Bearer ${key}`);
  await other.close();
  expect(answer).toMatchObject({ status: 200, data: { issue: null }, code: 'SUBGRAPH_UNAVAILABLE' });
});

test('others than loopback are listened on with access control alone', () => {
  const empty = join(folder, 'none');
  const open = { data: empty, host: '0.0.0.0' };
  expect(() => controlledEnvironment({}, open)).toThrow(/access control/);
  expect(controlledEnvironment({}, { ...open, data: folder }).environment.host).toBe('0.0.0.0');
  expect(() => controlledEnvironment({}, { ...open, data: folder, access: false })).toThrow(/loopback/);
  expect(controlledEnvironment({}, { data: folder, access: false }).authenticate).toBeNull();
  expect(controlledEnvironment({}, { data: empty }).authenticate).toBeNull();
  expect(() => controlledEnvironment({ ACCESS_KEYS_FILE: join(empty, 'keys') })).toThrow(/ACCESS_KEYS_FILE/);
  expect(() => controlledEnvironment({ INTERNAL_SIGNING_KEY_FILE: join(folder, 'jwks.json') })).toThrow(/P-256/);
});
