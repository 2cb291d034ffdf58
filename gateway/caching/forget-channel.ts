import { randomUUID } from 'node:crypto';
import type { Logger } from '#platform/logger.js';
import { connectRedis } from '../redis-connection.js';

const CHANNEL = 'jejaring:forget';

/** How gateways of one hub tell each other that something has changed. */
export interface ForgetChannel {
  /** Never rejects: others then know it once what they keep is over its age. */
  tell(): Promise<void>;
  close(): void;
}

/** On Redis. `forget` is called for what others tell, and whenever something may have been missed. */
export async function openForgetChannel(url: string, log: Logger, forget: () => void): Promise<ForgetChannel> {
  const own = randomUUID();
  // A connection that listens can do nothing else.
  const [speaking, listening] = await Promise.all([connectRedis(url), connectRedis(url)]);
  let isDown = false;
  listening.redis.on('message', (_, sender) => {
    if (sender !== own) forget();
  });
  // At the start, and after each loss of the connection.
  listening.redis.on('ready', () => void heard(listening.redis.subscribe(CHANNEL)).then(forget));
  return {
    tell: () => heard(speaking.redis.publish(CHANNEL, own)),
    close: () => {
      speaking.close();
      listening.close();
    },
  };

  async function heard(sent: Promise<unknown>): Promise<void> {
    try {
      await sent;
      isDown = false;
    } catch (error) {
      if (!isDown) {
        const hint =
          'what other gateways keep may be as old as its subgraph allows: look at REDIS_URL and at the server';
        // Not the error itself: a client of Redis puts its address into it.
        const reason = (error as Error).message.slice(0, 100);
        log.warn({ reason, hint }, 'other gateways do not hear of changes: Redis does not answer');
      }
      isDown = true;
    }
  }
}
