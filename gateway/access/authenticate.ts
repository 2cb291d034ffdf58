import { ANYONE } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { KEY_PREFIX } from '#platform/api-keys/api-key.js';
import type { RequestAccess } from './request-caller.js';

/** Reads one kind of credential. Throws UNAUTHENTICATED, FORBIDDEN or ISSUER_UNAVAILABLE. */
export type ReadCredential = (secret: string) => RequestAccess | Promise<RequestAccess>;

/** Tells who sends a request by its authorization header; without one it is nobody known. Throws as ReadCredential does. */
export type Authenticate = (authorization: string | undefined) => Promise<RequestAccess>;

export interface CredentialReaders {
  readonly apiKey: ReadCredential;
  /** Null where no issuer is set. */
  readonly token: ReadCredential | null;
}

export function authenticator({ apiKey, token }: CredentialReaders): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return { caller: ANYONE, validUntil: Number.POSITIVE_INFINITY };
    const [, secret] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (secret === undefined) throw refusedCredential('the authorization header is not "Bearer" and one credential');
    if (secret.startsWith(KEY_PREFIX)) return apiKey(secret);
    if (token === null) throw refusedCredential('this hub takes API keys alone, and this is none');
    return token(secret);
  };
}

export function refusedCredential(message: string, cause?: unknown): CodedError {
  return new CodedError('UNAUTHENTICATED', message, {
    at: 'authorization',
    hint: 'get a new credential from those who run the hub (docs/access.md)',
    cause,
  });
}
