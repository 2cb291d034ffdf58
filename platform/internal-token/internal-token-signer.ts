import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { Caller } from '#domain/caller.js';
import { HEADER, type InternalClaims, ISSUER, JWS, LIFE_SECONDS } from './token-form.js';

/** Makes the token by which a subgraph knows that the gateway asks, and for whom. */
export type SignInternalToken = (subgraph: string, caller: Caller) => string;

/**
 * Signed with ES256 (RFC 7518, 3.4): a subgraph that only holds the public key can check tokens and make none, so that whoever
 * runs one subgraph cannot speak to the others as the gateway. Throws for what is no such key.
 */
export function internalTokenSigner(privatePem: string, now: () => number = Date.now): SignInternalToken {
  const key = { key: p256(createPrivateKey(privatePem)), ...JWS };
  return (subgraph, caller) => {
    const iat = Math.floor(now() / 1000);
    const { principal, role, scopes, regions, agencyId } = caller;
    const claims: InternalClaims = {
      iss: ISSUER,
      aud: subgraph,
      iat,
      exp: iat + LIFE_SECONDS,
      jti: randomUUID(),
      caller: { principal, role, scopes: [...scopes], regions: regions && [...regions], agencyId },
    };
    const content = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    // At once: handing it to another thread takes longer than the 40 µs of the signature.
    return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
  };
}

export function p256(key: KeyObject): KeyObject {
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('no ECDSA key on the curve P-256');
  return key;
}
