import { CodedError } from '#domain/errors/coded-error.js';
import type { Logger } from '#platform/logger.js';
import { DEGRADED, type Probe } from '#platform/readiness.js';
import { connectRedis } from '../../redis-connection.js';
import { type Budget, memoryBudget, redisBudget } from './budgets.js';
import type { Client } from './client-key.js';
import type { RateSettings } from './rate-settings.js';

/** Twelve of the dearest operations a minute, or a page of 50 mentions with account and agency every 15 ms. */
const KNOWN = 600_000;
/** Who is spent is kept by name until then, so that nothing of its requests is read; more names than that are forgotten. */
const MOST_SPENT = 10_000;

/** What clients may ask in a minute, in points of cost. */
export interface RateLimit {
  /** Throws RATE_LIMITED where the client has not so many points left. They are gone all the same. */
  take(client: Client, points: number): Promise<void>;
  /** What is wrong with a request that comes now, before anything of it is read; null where nothing is known to be. */
  refusal(client: Client): CodedError | null;
  /** Whether budgets are shared as asked; null where nobody asked for it. */
  readonly probe: Probe | null;
  close(): void;
}

/** Null where nothing is limited. `isControlled`: callers show credentials; else everybody is told apart by address, and only limited where that is set. */
export async function rateLimit(
  { known, anonymous, redisUrl }: RateSettings,
  isControlled: boolean,
  log: Logger,
): Promise<RateLimit | null> {
  const points = isControlled ? { known: known ?? KNOWN, anonymous } : { known: 0, anonymous: known ?? 0 };
  if (points.known + points.anonymous === 0) return null;
  const connection = redisUrl === null ? null : await connectRedis(redisUrl);
  const budgetOf = (name: string, most: number): Budget | null => {
    if (most === 0) return null;
    return connection ? redisBudget(name, most, connection, log) : memoryBudget(most);
  };
  const budgets = { known: budgetOf('known', points.known), anonymous: budgetOf('anonymous', points.anonymous) };
  const spent = new Map<string, number>();
  return {
    take: async ({ isKnown, key }, taken) => {
      const kind = isKnown ? 'known' : 'anonymous';
      const wait = (await budgets[kind]?.take(key, taken)) ?? 0;
      if (wait === 0) return;
      if (spent.size >= MOST_SPENT) spent.clear();
      spent.set(key, Date.now() + wait);
      throw limited(wait, points[kind]);
    },
    refusal: ({ isKnown, key }) => {
      const until = spent.get(key);
      if (until === undefined) return null;
      const wait = until - Date.now();
      if (wait > 0) return limited(wait, points[isKnown ? 'known' : 'anonymous']);
      spent.delete(key);
      return null;
    },
    probe: connection && (async () => ((await pings(connection.redis)) ? undefined : DEGRADED)),
    close: () => connection?.close(),
  };
}

function pings(redis: { ping(): Promise<unknown> }): Promise<boolean> {
  return redis.ping().then(
    () => true,
    () => false,
  );
}

function limited(waitMs: number, points: number): CodedError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new CodedError('RATE_LIMITED', `more than ${points} points of cost in a minute`, {
    hint: `ask again in ${retryAfterSeconds} s; what an operation costs stands in the header x-operation-cost (docs/gateway.md#rate)`,
    retryAfterSeconds,
  });
}
