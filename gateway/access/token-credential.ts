import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CodedError } from '#domain/errors/coded-error.js';
import type { TokenIssuer } from '#platform/access-settings.js';
import { type ReadCredential, refusedCredential } from './authenticate.js';
import { callerOfClaims } from './caller-of-claims.js';

/**
 * Asymmetric ones alone: with a shared secret, whoever can check a token can make one, and a public key taken for a secret
 * lets anybody (RFC 8725, 2.1).
 */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Reads JWTs (RFC 7519) of one issuer for one audience; signature, issuer, audience and times are checked before any claim. */
export function tokenReader(
  { issuer, audience, toleranceSeconds }: Omit<TokenIssuer, 'jwks'>,
  keys: JWTVerifyGetKey,
  now: () => number = Date.now,
): ReadCredential {
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now()),
    }).catch((error: unknown) => {
      throw error instanceof CodedError ? error : refusedCredential(reasonOf(error), error);
    });
    return { caller: callerOfClaims(payload), validUntil: (Number(payload.exp) + toleranceSeconds) * 1000 };
  };
}

/** What may be said of a token without helping those who forge them. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the claim "${error.claim}" of the token is not taken`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'the token is signed by an algorithm that is not taken';
  if (error instanceof errors.JWKSNoMatchingKey) return 'the token is signed by a key that the issuer does not have';
  return 'the token is not one of the issuer';
}
