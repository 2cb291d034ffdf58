import type { ExecutionResult } from 'graphql';
import { errorPresenter } from './graphql-errors.js';
import { createLogger } from './logger.js';
import { OpenSubscriptions } from './open-subscriptions.js';

const present = errorPresenter(createLogger('test', 'silent'));
const event = (value: number): ExecutionResult => ({ data: { value } });

/** Gives one event and is silent then; counts how often it was let go of. */
function silentSource() {
  let told = false;
  let returned = 0;
  const stream = {
    next: () => {
      if (told) return new Promise<never>(() => undefined);
      told = true;
      return Promise.resolve({ done: false as const, value: event(1) });
    },
    return: () => {
      returned += 1;
      return Promise.resolve({ done: true as const, value: undefined });
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return { stream, returned: () => returned };
}

const iterate = (kept: unknown) => kept as AsyncIterableIterator<ExecutionResult>;
const CODE = (code: string) => ({ errors: [{ extensions: { code } }] });

test('no more than the limit, and an ended one makes room', async () => {
  const open = new OpenSubscriptions(present, 2);
  const [first] = await Promise.all([open.keep(() => silentSource().stream), open.keep(() => silentSource().stream)]);
  expect(await open.keep(() => silentSource().stream)).toMatchObject(CODE('TOO_MANY_SUBSCRIPTIONS'));
  await iterate(first).return?.();
  expect(open.count).toBe(1);
  expect(await open.keep(() => silentSource().stream)).toHaveProperty('next');
});

test('subscriptions that are still beginning count', async () => {
  const open = new OpenSubscriptions(present, 1);
  const beginning = open.keep(() => new Promise((resolve) => setTimeout(resolve, 5, { data: {} })));
  expect(await open.keep(() => silentSource().stream)).toMatchObject(CODE('TOO_MANY_SUBSCRIPTIONS'));
  await beginning;
  expect(open.count).toBe(0);
});

test('one client has no more than its own, and others have theirs', async () => {
  const open = new OpenSubscriptions(present, 10);
  const ask = (key: string) => open.keep(() => silentSource().stream, { client: { key, most: 2 } });
  const [first] = await Promise.all([ask('a'), ask('a')]);
  expect(await ask('a')).toMatchObject({
    errors: [{ message: 'this caller has 2 subscriptions open, and no more fit' }],
  });
  expect(await ask('b')).toHaveProperty('next');
  await iterate(first).return?.();
  await iterate(first).return?.();
  expect(await ask('a')).toHaveProperty('next');
  expect(await ask('a')).toMatchObject(CODE('TOO_MANY_SUBSCRIPTIONS'));
  expect(open.count).toBe(3);
});

test('one that cannot begin is not counted', async () => {
  const open = new OpenSubscriptions(present, 1);
  const client = { key: 'a', most: 1 };
  await expect(open.keep(() => Promise.reject(new Error('no')), { client })).rejects.toThrow('no');
  expect(await open.keep(() => ({ errors: [] }), { client })).toEqual({ errors: [] });
  expect(await open.keep(() => silentSource().stream, { client })).toHaveProperty('next');
});

test('the end of the service ends those that wait, and those that begin later', async () => {
  const open = new OpenSubscriptions(present);
  const source = silentSource();
  const kept = iterate(await open.keep(() => source.stream));
  expect(await kept.next()).toEqual({ done: false, value: event(1) });
  const waiting = kept.next();
  open.end();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect([source.returned(), open.count]).toEqual([1, 0]);
  expect((await iterate(await open.keep(() => silentSource().stream)).next()).done).toBe(true);
});

test('a client that goes ends its own, also before it began', async () => {
  const open = new OpenSubscriptions(present);
  const client = new AbortController();
  const [source, late, other] = [silentSource(), silentSource(), silentSource()];
  await open.keep(() => source.stream, { gone: client.signal });
  await open.keep(() => other.stream);
  client.abort();
  await open.keep(() => late.stream, { gone: client.signal });
  expect([source.returned(), late.returned(), other.returned(), open.count]).toEqual([1, 1, 0, 1]);
});

test('a stream that breaks ends with an event that tells nothing of the inside', async () => {
  const open = new OpenSubscriptions(present);
  const broken = async function* () {
    yield event(1);
    throw new Error('/secret');
  };
  const seen = [];
  for await (const one of iterate(await open.keep(broken))) seen.push(one);
  expect(seen).toMatchObject([event(1), CODE('INTERNAL_SERVER_ERROR')]);
  expect(JSON.stringify(seen)).not.toContain('secret');
  expect(open.count).toBe(0);
});
