import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GraphQLError } from 'graphql';
import { OpenSubscriptions } from '#platform/open-subscriptions.js';
import { subscriptionsPlugin } from './subscriptions-plugin.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** An event stream in which nothing ever happens, as the plugin keeps it. */
async function subscribed(validUntil: number, holds?: () => boolean): Promise<AsyncIterator<unknown>> {
  let subscribe: (args: unknown) => Promise<AsyncIterator<unknown>> = () => Promise.reject(new Error('not set'));
  const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
  const open = new OpenSubscriptions(() => new GraphQLError('broken'));
  subscriptionsPlugin({ open, isControlled: true }).onSubscribe?.({
    subscribeFn: async () => silent,
    setSubscribeFn: (fn: typeof subscribe) => (subscribe = fn),
    context: { request: { signal: client.signal }, validUntil, holds },
  } as never);
  return subscribe({});
}

const client = new AbortController();

test('a subscription ends with its credential, also when the garbage is collected meanwhile', async () => {
  const stream = await subscribed(Date.now() + 300);
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('one of a credential that has ended meanwhile ends at once', async () => {
  const stream = await subscribed(Date.now() - 1);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('one of a key that is revoked meanwhile ends', async () => {
  let isRevoked = false;
  const stream = await subscribed(Number.POSITIVE_INFINITY, () => !isRevoked);
  const next = stream.next();
  isRevoked = true;
  expect(await next).toEqual({ done: true, value: undefined });
});
