import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '#platform/logger.js';
import type { RedisConnection } from '../../redis-connection.js';

const MINUTE = 60;
/** So long a Redis that failed is left alone: a frozen one would else hold up each request. */
const REST_MS = 2000;

/** The budget of each client for a minute. */
export interface Budget {
  /** Takes points from a client; gives milliseconds until the budget is whole again where they are not there, else 0. */
  take(key: string, points: number): Promise<number>;
}

/** Kept in this process. */
export function memoryBudget(points: number): Budget {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE });
  return { take: (key, taken) => waitAfter(limiter.consume(key, taken)) };
}

/** Kept in Redis, for all gateways together; in this process while that does not answer, which the log says. */
export function redisBudget(name: string, points: number, { redis }: RedisConnection, log: Logger): Budget {
  const shared = new RateLimiterRedis({
    ...{ storeClient: redis, keyPrefix: `jejaring:rate:${name}`, points, duration: MINUTE },
    rejectIfRedisNotReady: true,
  });
  const own = memoryBudget(points);
  let restsUntil = 0;
  let isDown = false;
  return {
    take: async (key, taken) => {
      if (Date.now() < restsUntil) return own.take(key, taken);
      try {
        const wait = await waitAfter(shared.consume(key, taken));
        if (isDown) log.info('Redis answers again: budgets of clients are shared between gateways');
        isDown = false;
        return wait;
      } catch (error) {
        restsUntil = Date.now() + REST_MS;
        if (!isDown) {
          const hint = 'each gateway counts for itself until Redis answers: look at REDIS_URL and at the server';
          // Not the error itself: a client of Redis puts its address into it.
          log.warn({ reason: (error as Error).message.slice(0, 100), hint }, 'Redis does not answer');
        }
        isDown = true;
        return own.take(key, taken);
      }
    },
  };
}

/** The library rejects with a result where a budget is spent, and with an error where it failed. */
async function waitAfter(consumed: Promise<RateLimiterRes>): Promise<number> {
  try {
    await consumed;
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}
