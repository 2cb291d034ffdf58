import { jest } from '@jest/globals';
import { CodedError } from '#domain/errors/coded-error.js';
import { OperationEnd } from './operation-end.js';
import { requestPatience } from './request-patience.js';

const GONE = new CodedError('CLIENT_GONE', 'gone');

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
  const end = new OperationEnd();
  const soon = requestPatience(end);
  end.come(GONE);
  expect([soon.signal.reason, soon.hasHungUp()]).toEqual([GONE, true]);
  const lateEnd = new OperationEnd();
  const late = requestPatience(lateEnd);
  jest.advanceTimersByTime(5000);
  lateEnd.come(GONE);
  expect([late.signal.aborted, late.hasHungUp()]).toEqual([true, false]);
});

test('an operation whose time is over tells of the subgraph, however short that was', () => {
  const end = new OperationEnd();
  const { signal, hasHungUp } = requestPatience(end);
  end.come(new CodedError('OPERATION_TIMEOUT', 'too late'));
  expect([signal.aborted, hasHungUp()]).toEqual([true, false]);
});

test('what begins when its operation has ended is ended at once, and an operation ends once', () => {
  const end = new OperationEnd();
  end.come(GONE);
  end.come(new CodedError('OPERATION_TIMEOUT', 'too late'));
  expect(requestPatience(end).signal.reason).toBe(GONE);
});

test('what is over hears no more of its operation and leaves no timer', () => {
  const end = new OperationEnd();
  const patience = requestPatience(end);
  patience.over();
  end.come(GONE);
  expect([patience.signal.aborted, jest.getTimerCount()]).toEqual([false, 0]);
});
