import { jest } from '@jest/globals';
import { createLogger } from '#platform/logger.js';
import { NotAsked, SubgraphCircuit } from './subgraph-circuit.js';
import { NoAnswer } from './subgraph-post.js';

const log = createLogger('test', 'silent');
const lost = new NoAnswer('Error', 'ECONNREFUSED', undefined);
const answers = () => Promise.resolve('answer');
const fails = (error: Error) => () => Promise.reject(error);

let circuit: SubgraphCircuit;
beforeEach(() => {
  jest.useFakeTimers();
  circuit = new SubgraphCircuit('accounts', log);
});
afterEach(() => {
  jest.useRealTimers();
});

/** What came of requests that are sent one after another. */
async function ask(...sends: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (const send of sends) seen.push(await circuit.ask(send, false).catch((error: unknown) => error));
  return seen;
}

const times = (count: number, send: () => Promise<unknown>) => Array.from({ length: count }, () => send);

test('after five requests without an answer the subgraph is left alone, and then one request tries it', async () => {
  await ask(...times(4, fails(lost)), answers, ...times(4, fails(lost)));
  expect(circuit.state.isOpen).toBe(false);
  await ask(fails(lost));
  const send = jest.fn(answers);
  expect(await ask(send)).toEqual([expect.objectContaining({ seconds: 3 })]);
  expect([send.mock.calls, circuit.state]).toEqual([[], { isOpen: true, refused: 1, retried: 0 }]);

  jest.advanceTimersByTime(3000);
  let answer: (value: string) => void = () => undefined;
  const probe = jest.fn(() => new Promise<string>((resolve) => (answer = resolve)));
  const probing = circuit.ask(probe, false);
  expect(await ask(send)).toEqual([expect.any(NotAsked)]);
  answer('there again');
  expect(await probing).toBe('there again');
  expect(probe.mock.calls).toEqual([[true]]);
  expect(await ask(send, send)).toEqual(['answer', 'answer']);
  expect(circuit.state.isOpen).toBe(false);
});

test('a probe without an answer leaves the subgraph alone again', async () => {
  await ask(...times(5, fails(lost)));
  jest.advanceTimersByTime(3000);
  expect(await ask(fails(lost), answers)).toEqual([lost, expect.any(NotAsked)]);
});

test('more than half without an answer are enough, when there are many', async () => {
  await ask(...times(40, answers).flatMap((send) => [send, fails(lost), fails(lost)]));
  expect(circuit.state.isOpen).toBe(true);
});

test.each([
  ['an answer that is no GraphQL', new NoAnswer('NoResult', undefined, 500)],
  ['a subgraph that does not know us', new NoAnswer('NoResult', 'UNAUTHENTICATED', 401)],
  ['a client that hangs up', new DOMException('gone', 'AbortError')],
])('%s does not count', async (_, error) => {
  await ask(...times(30, fails(error)));
  expect(circuit.state.isOpen).toBe(false);
});

test('a query whose connection was lost is sent three times at most, a mutation once', async () => {
  jest.useRealTimers();
  const query = jest.fn(fails(lost));
  await expect(circuit.ask(query, true)).rejects.toBe(lost);
  const late = jest.fn(fails(new NoAnswer('TimeoutError', 'ETIMEDOUT', undefined)));
  await expect(circuit.ask(late, true)).rejects.toThrow();
  const mutation = jest.fn(fails(lost));
  await expect(circuit.ask(mutation, false)).rejects.toBe(lost);
  expect([query, late, mutation].map(({ mock }) => mock.calls.length)).toEqual([3, 1, 1]);
  expect(circuit.state.retried).toBe(2);
});
