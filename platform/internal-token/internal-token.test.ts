import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { Caller } from '#domain/caller.js';
import { internalTokenSigner } from './internal-token-signer.js';
import { internalTokenVerifier } from './internal-token-verifier.js';
import { SeenTokens } from './seen-tokens.js';
import { HEADER } from './token-form.js';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    signing: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    open: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
const [ours, theirs] = [pair(), pair()];
const CALLER: Caller = {
  principal: 'key:1',
  role: 'REGIONAL_SYSTEM',
  scopes: ['mentions:read'],
  regions: ['32'],
  agencyId: null,
};
const NOW = 1_800_000_000_000;

const sign = internalTokenSigner(ours.signing, () => NOW);
const verifier = (at = NOW, keys = ours.open) => internalTokenVerifier('mentions', keys, () => at);
const refusal = (fault: string) =>
  expect.objectContaining({ code: 'UNAUTHENTICATED', message: expect.stringContaining(fault) });

test('a subgraph learns for whom the gateway asks, once', () => {
  const verify = verifier();
  const header = `Bearer ${sign('mentions', CALLER)}`;
  expect(verify(header)).toEqual(CALLER);
  expect(() => verify(header)).toThrow(refusal('used before'));
  expect(verify(`Bearer ${sign('mentions', CALLER)}`)).toEqual(CALLER);
});

test('the old and the new key are taken while they change', () => {
  const verify = verifier(NOW, `${theirs.open}\n${ours.open}`);
  expect(verify(`Bearer ${sign('mentions', CALLER)}`)).toEqual(CALLER);
  expect(verify(`Bearer ${internalTokenSigner(theirs.signing, () => NOW)('mentions', CALLER)}`)).toEqual(CALLER);
});

const forged = (header: object, sealed: (signed: string) => string) => {
  const [, payload] = sign('mentions', CALLER).split('.');
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${signed}.${sealed(signed)}`;
};

test.each<[string, string, number, string | undefined]>([
  ['none at all', 'no token', 0, undefined],
  ['an API key', 'no token', 0, 'Bearer jjr_0123'],
  ['one for another subgraph', 'another subgraph', 0, `Bearer ${sign('accounts', CALLER)}`],
  ['an old one', 'expired', 36_000, `Bearer ${sign('mentions', CALLER)}`],
  ['one from the future', 'future', -7000, `Bearer ${sign('mentions', CALLER)}`],
  ['one of another key', 'no token', 0, `Bearer ${internalTokenSigner(theirs.signing, () => NOW)('mentions', CALLER)}`],
  ['one without a signature', 'no token', 0, `Bearer ${forged({ alg: 'none' }, () => '')}`],
  [
    'one that takes the public key for a secret',
    'no token',
    0,
    `Bearer ${forged({ alg: 'HS256' }, (signed) => createHmac('sha256', ours.open).update(signed).digest('base64url'))}`,
  ],
  [
    'one with changed claims',
    'no token',
    0,
    `Bearer ${HEADER}.${Buffer.from('{}').toString('base64url')}.${sign('mentions', CALLER).split('.')[2]}`,
  ],
])('%s is refused', (_, fault, later, header) => {
  expect(() => verifier(NOW + later)(header)).toThrow(refusal(fault));
});

test('used tokens are forgotten once they have expired', () => {
  const seen = new SeenTokens();
  for (let second = 0; second < 1000; second += 1) expect(seen.isNew(`${second}`, second + 35, second)).toBe(true);
  expect(seen.count).toBe(35);
});

test('another kind of key is refused at the start', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  expect(() => internalTokenSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow('P-256');
  expect(() => verifier(NOW, publicKey.export({ type: 'spki', format: 'pem' }).toString())).toThrow('P-256');
});
