import { readFileSync, statSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { CodedError } from '#domain/errors/coded-error.js';

/** How long an unknown key id is not looked for again: whoever invents ids does not make us ask the issuer each time. */
const COOL_DOWN_MS = 30_000;
/** Keys that the issuer took back are taken no longer than this. */
const KEPT_MS = 600_000;
const PATIENCE_MS = 5000;

/** The public keys of an issuer, which change: a key that is not known yet is looked for, and old ones are let go. */
export function issuerKeys(place: URL | string): JWTVerifyGetKey {
  return place instanceof URL ? remoteKeys(place) : fileKeys(place);
}

function remoteKeys(address: URL): JWTVerifyGetKey {
  const options = { cooldownDuration: COOL_DOWN_MS, cacheMaxAge: KEPT_MS, timeoutDuration: PATIENCE_MS };
  const find = createRemoteJWKSet(address, options);
  return async (header, token) => {
    try {
      return await find(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      throw unavailable(error);
    }
  };
}

/** Read when the file changes. */
function fileKeys(path: string): JWTVerifyGetKey {
  let read = '';
  let find: JWTVerifyGetKey | undefined;
  return (header, token) => {
    const state = stateOf(path);
    if (!find || state !== read) {
      find = createLocalJWKSet(publicKeysIn(path));
      read = state;
    }
    return find(header, token);
  };
}

function stateOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (error) {
    throw unavailable(error);
  }
}

function publicKeysIn(path: string): JSONWebKeySet {
  try {
    const set = JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet;
    // A secret that lies in a file of public keys is no secret: who reads it could sign.
    if (set.keys.some((key) => key.kty === 'oct' || key.d !== undefined)) throw new Error('it holds secret keys');
    return set;
  } catch (error) {
    throw unavailable(error);
  }
}

/** Faults of the token, and none of the keys. */
function isOfToken(error: unknown): boolean {
  return [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some(
    (kind) => error instanceof kind,
  );
}

function unavailable(cause: unknown): CodedError {
  return new CodedError('ISSUER_UNAVAILABLE', 'the keys of the issuer of tokens cannot be had now', {
    hint: 'try again; API keys are taken meanwhile',
    cause,
  });
}
