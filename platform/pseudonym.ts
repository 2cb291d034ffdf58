import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILE } from './key-file.js';
import { secretOf } from './secret-file.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** Turns the natural key of an account into its id. */
export type Pseudonymize = (platform: string, nativeId: string) => string;

/**
 * Keyed pseudonyms: HMAC-SHA-256 over platform and native id, cut to 80 bits and written in Crockford's base 32. Without
 * the key nobody can try out which account is behind one; with 80 bits, two of 10 million accounts share one with a
 * chance of 4 in 10^11.
 */
export function keyedPseudonyms(key: Buffer): Pseudonymize {
  return (platform, nativeId) => {
    const digest = createHmac('sha256', key).update(platform).update('\0').update(nativeId).digest();
    let text = '';
    for (let bit = 0; bit < LENGTH * 5; bit += 5) {
      const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!;
      text += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
    }
    return text;
  };
}

/** Tells one key from another, and nothing else about it: no account has this name. Stores keep it. */
export function keyFingerprint(pseudonymize: Pseudonymize): string {
  return pseudonymize('', 'key check');
}

export function hasPseudonymKey(dataFolder: string): boolean {
  return existsSync(join(dataFolder, KEY_FILE));
}

/** The installation's key, made on first use. Losing it changes every account id; leaking it undoes the pseudonyms. */
export function pseudonymKey(dataFolder: string): Buffer {
  return secretOf(dataFolder, KEY_FILE);
}
