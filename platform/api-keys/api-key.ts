import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '#domain/access/scopes.js';

/** What tells a key of ours from a token, and lets scanners of leaked secrets find it. */
export const KEY_PREFIX = 'jjr_';

const FORM = /^jjr_([0-9a-f]{12})_[\w-]{43}$/;

/** What is kept of a key. */
export interface IssuedKey {
  /** Public: it stands in the key, in lists and in logs. */
  readonly id: string;
  /** Whose it is, for people. */
  readonly name: string;
  readonly role: Role;
  /** Null: all of the country. */
  readonly regions: readonly string[] | null;
  readonly agencyId: string | null;
  /** Narrows the scopes of the role; null: all of them. */
  readonly scopes: readonly string[] | null;
  readonly hash: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A new key: 256 random bits behind a public id. */
export function newApiKey(): { readonly id: string; readonly key: string } {
  const id = randomBytes(6).toString('hex');
  return { id, key: `${KEY_PREFIX}${id}_${randomBytes(32).toString('base64url')}` };
}

/** The public id in a key; null for what is no key. */
export function idOfKey(key: string): string | null {
  return FORM.exec(key)?.[1] ?? null;
}

/**
 * SHA-256 of the whole key. A slow hash protects passwords, which people choose and a dictionary finds; nobody tries out
 * 2^256 keys, and a slow one would let anybody keep the gateway busy with wrong keys.
 */
export function hashOfKey(key: string): string {
  return hash('sha256', key);
}

/** In the same time whatever the hashes have in common. */
export function hasHash(key: string, known: string): boolean {
  return timingSafeEqual(Buffer.from(hashOfKey(key)), Buffer.from(known));
}
