import { CodedError } from '#domain/errors/coded-error.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Points of cost a minute; 0 is none, and no limit. */
export interface RateSettings {
  /** Of each caller whom a credential names; where access control was declined, of each address. Null: the default. */
  readonly known: number | null;
  /** Of each address without a credential. */
  readonly anonymous: number;
  /** Where several gateways keep their budgets together; null: each keeps its own in memory. */
  readonly redisUrl: string | null;
}

/** Whoever has no Redis loses nothing; whoever names one wants it used. Throws BAD_CONFIGURATION, without the address: it may hold a password. */
export function redisUrlOf({ REDIS_URL, JEJARING_PRIVATE_NETWORK }: NodeJS.ProcessEnv): string | null {
  if (!REDIS_URL) return null;
  if (!URL.canParse(REDIS_URL) || !/^rediss?:$/.test(new URL(REDIS_URL).protocol))
    throw faulty('must be an address as rediss://:password@redis.example:6379 or redis://127.0.0.1:6379');
  const { protocol, hostname } = new URL(REDIS_URL);
  if (protocol === 'redis:' && !LOOPBACK.test(hostname) && JEJARING_PRIVATE_NETWORK !== '1')
    throw faulty('redis:// is not encrypted, and the server is another machine: write rediss://');
  return REDIS_URL;
}

function faulty(message: string): CodedError {
  return new CodedError('BAD_CONFIGURATION', `REDIS_URL: ${message}`, {
    at: 'REDIS_URL',
    hint: 'docs/configuration.md tells what each setting may be',
  });
}
