import { jest } from '@jest/globals';
import { CodedError } from '#domain/errors/coded-error.js';
import { requestPatience } from './request-patience.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('half a minute is all that a request has, whether it waited for a connection or for its answer', () => {
  const { signal, hasHungUp } = requestPatience(undefined);
  jest.advanceTimersByTime(29_999);
  expect(signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect([signal.reason, hasHungUp()]).toEqual([expect.objectContaining({ code: 'ETIMEDOUT' }), false]);
});

test('a client that hangs up soon tells nothing of the subgraph, one that waited does', () => {
  const client = new AbortController();
  const soon = requestPatience(client.signal);
  client.abort(new Error('gone'));
  expect([soon.signal.reason, soon.hasHungUp()]).toEqual([new Error('gone'), true]);
  const patient = new AbortController();
  const late = requestPatience(patient.signal);
  jest.advanceTimersByTime(5000);
  patient.abort();
  expect([late.signal.aborted, late.hasHungUp()]).toEqual([true, false]);
});

test('an operation whose time is over tells of the subgraph, however short that was', () => {
  const operation = new AbortController();
  const { signal, hasHungUp } = requestPatience(operation.signal);
  operation.abort(new CodedError('OPERATION_TIMEOUT', 'too late'));
  expect([signal.aborted, hasHungUp()]).toEqual([true, false]);
});

test('what is over hears no more of its client and leaves no timer', () => {
  const client = new AbortController();
  const patience = requestPatience(client.signal);
  patience.over();
  client.abort();
  expect([patience.signal.aborted, jest.getTimerCount()]).toEqual([false, 0]);
});
