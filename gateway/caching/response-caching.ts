import type { Registry } from 'prom-client';
import type { Logger } from '#platform/logger.js';
import type { SubgraphConnection } from '../subgraph-connection.js';
import { AnswerCache } from './answer-cache.js';
import { cacheMetrics } from './cache-metrics.js';
import type { CacheSettings } from './cache-settings.js';
import { cachedReads } from './cached-reads.js';
import { openForgetChannel } from './forget-channel.js';
import { forgettingMutations } from './forgetting-mutations.js';

/** What a gateway keeps of the answers of subgraphs. */
export interface ResponseCaching {
  /** The same subgraphs, with what they answered; each time with nothing of it yet, since they may be others of the same names. */
  over(subgraphs: SubgraphConnection): SubgraphConnection;
  close(): void;
}

interface CachingParts {
  readonly settings: CacheSettings;
  readonly registry: Registry;
  readonly log: Logger;
}

/** One that keeps nothing still tells other gateways of mutations. */
export async function responseCaching({ settings, registry, log }: CachingParts): Promise<ResponseCaching> {
  const { bytes, redisUrl } = settings;
  const cache = bytes === 0 ? null : new AnswerCache(bytes);
  const count = cache && cacheMetrics(registry, () => cache.bytes());
  const forget = () => cache?.forget();
  const channel = redisUrl === null ? null : await openForgetChannel(redisUrl, log, forget);
  return {
    over: (subgraphs) => {
      if (!cache && !channel) return subgraphs;
      forget();
      const told = forgettingMutations(subgraphs, forget, async () => channel?.tell());
      return cache && count ? cachedReads(told, cache, count) : told;
    },
    close: () => channel?.close(),
  };
}
