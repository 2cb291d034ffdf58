import type { CodedError } from '#domain/errors/coded-error.js';
import type { OperationEnd } from './operation-end.js';

/** How long one request to a subgraph may take in all, with the wait for a connection. */
const PATIENCE_MS = 30_000;
/** Who hangs up after so long tells that the subgraph does not answer; who does sooner tells nothing. */
const GIVEN_UP_MS = 5000;

/** Ends a request when its operation does or its own time is up. `over` must be called when it has ended. */
export function requestPatience(end: OperationEnd | undefined) {
  const controller = new AbortController();
  const started = performance.now();
  const timer = setTimeout(() => controller.abort(timedOut()), PATIENCE_MS);
  const stopListening = end?.listen((reason) => controller.abort(reason));
  return {
    signal: controller.signal,
    /** Whether it ended for reasons of its client alone. */
    hasHungUp: () => isHangUp(end?.reason) && performance.now() - started < GIVEN_UP_MS,
    over: () => {
      clearTimeout(timer);
      stopListening?.();
    },
  };
}

/** Our own time for an operation, however short, is none: its client waited, and the subgraph did not answer. */
function isHangUp(reason: CodedError | null | undefined): boolean {
  return reason?.code === 'CLIENT_GONE';
}

function timedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error('no answer in time'), { name: 'TimeoutError', code: 'ETIMEDOUT' });
}
