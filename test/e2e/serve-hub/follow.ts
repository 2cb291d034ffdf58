import { createClient } from 'graphql-sse';
import type { Answer } from './ask.js';

/** The stream of a subscription, as a client of the protocol reads it; `return()` hangs up. */
export function follow(url: string, query: string, variables?: Record<string, unknown>): AsyncIterableIterator<Answer> {
  const client = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
  return client.iterate({ query, variables }) as AsyncIterableIterator<Answer>;
}

/** The next event of a stream that has one. */
export async function nextOf(events: AsyncIterator<Answer>): Promise<Answer> {
  const { done, value } = await events.next();
  if (done) throw new Error('the subscription ended');
  return value;
}
