import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { issueKey } from '#cli/keys/issue-key.js';
import { HUB_SUBGRAPHS } from '#cli/serve/hub-subgraphs.js';
import { ANYONE } from '#domain/caller.js';
import type { Store } from '#domain/ports/store.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { startGatewayService } from '#gateway/gateway-service.js';
import { httpConnection } from '#gateway/http-connection.js';
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
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
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
  login = await generateKeyPair('ES256');
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(login.publicKey)), kid: 'k', alg: 'ES256' }] }));
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

const token = (expires: number) =>
  new SignJWT({ jejaring_role: 'POLICY_REVIEWER' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .setSubject('ani')
    .setIssuer(TOKENS.ACCESS_ISSUER)
    .setAudience(TOKENS.ACCESS_AUDIENCE)
    .setExpirationTime(expires)
    .sign(login.privateKey);
const now = () => Math.floor(Date.now() / 1000);
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
  for (const bad of [`${key.slice(0, -2)}__`, await token(now() - 60), 'eyJhbGciOiJub25lIn0.e30.', 'x'])
    expect(await post(`${gateway.url}/graphql`, '{ __typename }', `Bearer ${bad}`)).toEqual(refused);
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
  expect(() => controlledEnvironment({ INTERNAL_SIGNING_KEY_FILE: join(folder, 'jwks.json') })).toThrow(/Ed25519/);
});
