import type { Redis } from 'ioredis';

export interface RedisConnection {
  readonly redis: Redis;
  close(): void;
}

/** Longer than any Redis of the same network takes, on a busy machine too. */
const PATIENCE_MS = 1000;

/** Connects in the background, and again whenever it is lost; meanwhile each command fails at once. */
export async function connectRedis(url: string): Promise<RedisConnection> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    connectTimeout: 2000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  // Told of where a command fails; without a listener it would be printed for each attempt.
  redis.on('error', () => undefined);
  return { redis, close: () => redis.disconnect() };
}
