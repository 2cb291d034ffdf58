import { memoize1 } from '@graphql-tools/utils';
import { grantedScopes } from '#domain/access/scopes.js';
import type { Caller } from '#domain/caller.js';
import { hasHash, hashOfKey, type IssuedKey, idOfKey } from '#platform/api-keys/api-key.js';
import type { KeyState } from '#platform/api-keys/api-key-file.js';
import { type ReadCredential, refusedCredential } from './authenticate.js';

/** What no key has. Compared with where the id is unknown, so that the time tells nobody which ids there are. */
const NO_HASH = hashOfKey('');

/** Keys are looked up anew for each request: one that is revoked ends with the next. */
export function apiKeyReader(keys: () => ReadonlyMap<string, KeyState>, now: () => number = Date.now): ReadCredential {
  return (secret) => {
    const known = keys().get(idOfKey(secret) ?? '');
    const isRight = hasHash(secret, known?.key.hash ?? NO_HASH);
    // One message for both: whether an id is known is told to those alone who hold its key.
    if (!known || !isRight) throw refusedCredential('no such API key');
    if (known.revokedAt !== null) throw refusedCredential('the API key is revoked');
    if (known.key.expiresAt <= now()) throw refusedCredential('the API key has expired');
    const { id, expiresAt } = known.key;
    return { caller: callerOfKey(known.key), validUntil: expiresAt, holds: () => isUnrevoked(keys, id) };
  };
}

/** A file of keys that cannot be read opens nothing for longer either. */
function isUnrevoked(keys: () => ReadonlyMap<string, KeyState>, id: string): boolean {
  try {
    return keys().get(id)?.revokedAt === null;
  } catch {
    return false;
  }
}

/** One for each key that was read: what is found out about a caller is kept by it. */
const callerOfKey = memoize1(
  ({ id, role, regions, agencyId, scopes }: IssuedKey): Caller => ({
    ...{ principal: `key:${id}`, role, regions, agencyId },
    scopes: grantedScopes({ role, regions, named: scopes }),
  }),
);
