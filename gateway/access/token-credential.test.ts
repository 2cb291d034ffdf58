import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { issuerKeys } from './issuer-keys.js';
import { tokenReader } from './token-credential.js';

const ISSUER = { issuer: 'https://login.example.go.id', audience: 'jejaring', toleranceSeconds: 30 };
const GOOD = { sub: 'ani', jejaring_role: 'NATIONAL_ANALYST' };
const NOW = Math.floor(Date.now() / 1000);
const [old, fresh, foreign] = await Promise.all([1, 2, 3].map(() => generateKeyPair('RS256', { extractable: true })));

let folder: string;
let file: string;
let server: Server;
let served: object;
let asked: number;

async function jwks(...kids: (readonly [string, typeof old])[]): Promise<object> {
  const keys = await Promise.all(
    kids.map(async ([kid, pair]) => ({ ...(await exportJWK(pair!.publicKey)), kid, alg: 'RS256' })),
  );
  return { keys };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-jwks-'));
  file = join(folder, 'jwks.json');
  writeFileSync(file, JSON.stringify(await jwks(['old', old])));
  served = await jwks(['old', old]);
  asked = 0;
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(served));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

interface Made {
  readonly claims?: JWTPayload;
  readonly kid?: string;
  readonly pair?: typeof old;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  readonly notBefore?: number;
}

function token({ claims = GOOD, kid = 'old', pair = old, ...made }: Made = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(made.issuer ?? ISSUER.issuer)
    .setAudience(made.audience ?? ISSUER.audience)
    .setExpirationTime(made.expires ?? NOW + 60)
    .setNotBefore(made.notBefore ?? NOW - 60)
    .sign(pair!.privateKey);
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { ...GOOD, iss: ISSUER.issuer, aud: ISSUER.audience, exp: NOW + 60 };

/** Signed with the public key, as if it were a shared secret. */
async function confused(alg: string, secret: string): Promise<string> {
  const signed = `${base64({ alg, kid: 'old' })}.${base64(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const read = (text: string) => Promise.resolve(tokenReader(ISSUER, issuerKeys(file))(text));

test('a good token names its caller, and until when', async () => {
  expect(await read(await token())).toEqual({
    caller: expect.objectContaining({ principal: 'user:ani', role: 'NATIONAL_ANALYST', regions: null }),
    validUntil: (NOW + 60 + 30) * 1000,
  });
});

test('a token that does not say for which agency it acts reviews nothing', async () => {
  const may = async (more: object) => (await read(await token({ claims: { ...GOOD, ...more } }))).caller;
  expect((await may({})).scopes).not.toContain('findings:review');
  expect(await may({ jejaring_agency: null })).toMatchObject({
    agencyId: null,
    scopes: expect.arrayContaining(['findings:review']),
  });
  expect(await may({ jejaring_agency: 'kominfo' })).toMatchObject({
    agencyId: 'kominfo',
    scopes: expect.arrayContaining(['findings:review']),
  });
});

test('scopes that are none of the hub leave a token what its role may, one of the hub narrows it', async () => {
  const scopes = async (scope?: string) => (await read(await token({ claims: { ...GOOD, scope } }))).caller.scopes;
  const whole = await scopes();
  expect(await scopes('openid profile')).toEqual([...whole, 'openid', 'profile'].sort());
  expect(await scopes('openid issues:read')).toEqual(['issues:read', 'openid', 'regions:all']);
});

test('clocks may differ by the tolerance, and no more', async () => {
  await expect(read(await token({ expires: NOW - 20, notBefore: NOW + 20 }))).resolves.toBeDefined();
  await expect(read(await token({ expires: NOW - 40 }))).rejects.toThrow('the token has expired');
  await expect(read(await token({ notBefore: NOW + 60, expires: NOW + 90 }))).rejects.toThrow('"nbf"');
});

test.each<[string, () => Promise<string>, string, RegExp]>([
  ['of another issuer', () => token({ issuer: 'https://other.example' }), 'UNAUTHENTICATED', /"iss"/],
  ['for another audience', () => token({ audience: 'other' }), 'UNAUTHENTICATED', /"aud"/],
  ['of an unknown key', () => token({ kid: 'none' }), 'UNAUTHENTICATED', /a key that the issuer does not have/],
  ['of a foreign key under a known id', () => token({ pair: foreign }), 'UNAUTHENTICATED', /not one of the issuer/],
  ['without a signature', async () => `${base64({ alg: 'none' })}.${base64(claims)}.`, 'UNAUTHENTICATED', /algorithm/],
  [
    'signed by the public key as a secret (PEM)',
    async () => confused('HS256', await exportSPKI(old!.publicKey)),
    'UNAUTHENTICATED',
    /algorithm/,
  ],
  [
    'signed by the public key as a secret (JWK)',
    async () => confused('HS256', JSON.stringify(await exportJWK(old!.publicKey))),
    'UNAUTHENTICATED',
    /algorithm/,
  ],
  [
    'an HMAC that says it is RS256',
    async () => confused('RS256', await exportSPKI(old!.publicKey)),
    'UNAUTHENTICATED',
    /not one of the issuer/,
  ],
  ['that is no token', async () => 'x.y', 'UNAUTHENTICATED', /not one of the issuer/],
  ['without a subject', () => token({ claims: { jejaring_role: 'ADMINISTRATOR' } }), 'UNAUTHENTICATED', /"sub"/],
  ['of a role that is none', () => token({ claims: { ...GOOD, jejaring_role: 'ROOT' } }), 'FORBIDDEN', /jejaring_role/],
  [
    'of a regional role without regions',
    () => token({ claims: { ...GOOD, jejaring_role: 'REGIONAL_SYSTEM' } }),
    'FORBIDDEN',
    /jejaring_regions/,
  ],
  [
    'of regions that are none',
    () => token({ claims: { ...GOOD, jejaring_regions: ['%'] } }),
    'FORBIDDEN',
    /jejaring_regions/,
  ],
])('a token %s is refused', async (_, made, code, message) => {
  await expect(read(await made())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a file of keys that changes is read again', async () => {
  const path = join(folder, 'rotating.json');
  writeFileSync(path, JSON.stringify(await jwks(['old', old])));
  const reader = tokenReader(ISSUER, issuerKeys(path));
  await expect(reader(await token({ kid: 'new', pair: fresh }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  writeFileSync(path, JSON.stringify(await jwks(['new', fresh])));
  await expect(reader(await token({ kid: 'new', pair: fresh }))).resolves.toBeDefined();
  await expect(reader(await token())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('keys at an address: unknown ids do not make us ask the issuer each time', async () => {
  const { port } = server.address() as AddressInfo;
  const reader = tokenReader(ISSUER, issuerKeys(new URL(`http://127.0.0.1:${port}/jwks`)));
  await reader(await token());
  for (let i = 0; i < 5; i += 1)
    await expect(reader(await token({ kid: `invented-${i}` }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(asked).toBe(1);
});

test('no keys, or a file with a secret one: the issuer is unavailable, and the token not blamed', async () => {
  const text = await token();
  const secret = join(folder, 'secret.json');
  writeFileSync(secret, JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'old' }] }));
  for (const place of [join(folder, 'none.json'), secret, new URL('http://127.0.0.1:1/jwks')])
    await expect(Promise.resolve().then(() => tokenReader(ISSUER, issuerKeys(place))(text))).rejects.toMatchObject({
      code: 'ISSUER_UNAVAILABLE',
    });
});
