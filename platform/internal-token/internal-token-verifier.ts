import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Caller } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { p256 } from './internal-token-signer.js';
import { SeenTokens } from './seen-tokens.js';
import { CLAIMS, HEADER, type InternalClaims, JWS, LIFE_SECONDS } from './token-form.js';

/** Clocks of two machines differ by less. */
const TOLERANCE_SECONDS = 5;
const PUBLIC_KEY = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g;

/** Gives the caller for whom the gateway asks. Throws UNAUTHENTICATED for whatever is not a fresh token of the gateway. */
export type VerifyInternalToken = (authorization: string | undefined) => Caller;

/** `publicPem` may hold several keys, one after the other: the old and the new one while they change. */
export function internalTokenVerifier(
  subgraph: string,
  publicPem: string,
  now: () => number = Date.now,
): VerifyInternalToken {
  const keys = (publicPem.match(PUBLIC_KEY) ?? []).map((pem) => p256(createPublicKey(pem)));
  if (keys.length === 0) throw new Error('no public key in PEM');
  const seen = new SeenTokens();
  return (authorization) => {
    const claims = claimsOf(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '', keys);
    const fault = claims ? faultOf(claims) : 'it has no token of the gateway';
    if (fault !== null || !claims)
      throw new CodedError('UNAUTHENTICATED', `the subgraph "${subgraph}" does not take this request: ${fault}`, {
        at: 'authorization',
        hint: 'ask the gateway: it alone may ask subgraphs',
      });
    return claims.caller;
  };

  function faultOf({ aud, iat, exp, jti }: InternalClaims): string | null {
    const seconds = now() / 1000;
    if (aud !== subgraph) return 'its token is for another subgraph';
    if (exp + TOLERANCE_SECONDS <= seconds) return 'its token has expired';
    if (iat - TOLERANCE_SECONDS > seconds) return 'its token is from the future';
    if (exp - iat > LIFE_SECONDS) return 'its token lives too long';
    return seen.isNew(jti, exp + TOLERANCE_SECONDS, seconds) ? null : 'its token was used before';
  }
}

/** Null for what none of the keys has signed. */
function claimsOf(token: string, keys: readonly KeyObject[]): InternalClaims | null {
  const [header, payload = '', signature = '', ...more] = token.split('.');
  if (header !== HEADER || more.length > 0) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!keys.some((key) => verify('sha256', signed, { key, ...JWS }, Buffer.from(signature, 'base64url')))) return null;
  const parsed = CLAIMS.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}
