import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { memoize1 } from '@graphql-tools/utils';
import { authenticated, type Caller } from '#domain/caller.js';

/** Who pays for a request. */
export interface Client {
  /** Whether a credential names it; all others are told apart by their address. */
  readonly isKnown: boolean;
  /** A hash: what keeps the budgets, Redis among others, learns no names. */
  readonly key: string;
}

export function clientOf(caller: Caller, address: string | undefined): Client {
  return authenticated(caller) === null ? { isKnown: false, key: keyOf(networkOf(address ?? '')) } : known(caller);
}

const known = memoize1(({ principal }: Caller): Client => ({ isKnown: true, key: keyOf(principal) }));

function keyOf(name: string): string {
  return hash('sha256', name, 'base64url').slice(0, 22);
}

/** A household has 2^64 addresses of IPv6, and would else have as many budgets. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [start = '', end = ''] = address.split('%', 1)[0]!.split('::');
  const groups = start.split(':').filter(Boolean);
  const rest = end.split(':').filter(Boolean);
  const missing = Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(missing).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
