import { CodedError } from '#domain/errors/coded-error.js';

/** How long one request to a subgraph may take in all, with the wait for a connection. */
const PATIENCE_MS = 30_000;
/** Who hangs up after so long tells that the subgraph does not answer; who does sooner tells nothing. */
const GIVEN_UP_MS = 5000;

/** Whether our own time for an operation was over, however short: its client waited, and the subgraph did not answer. */
function isOurs(reason: unknown): boolean {
  return reason instanceof CodedError && reason.code === 'OPERATION_TIMEOUT';
}

/** Ends a request when its client goes or its time is up. `over` must be called when it has ended: signals of clients live longer. */
export function requestPatience(client: AbortSignal | undefined) {
  const controller = new AbortController();
  const started = performance.now();
  const leave = () => controller.abort(client?.reason);
  const timer = setTimeout(() => controller.abort(timedOut()), PATIENCE_MS);
  if (client?.aborted) leave();
  else client?.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    /** Whether it ended for reasons of its client alone. */
    hasHungUp: () => client?.aborted === true && !isOurs(client.reason) && performance.now() - started < GIVEN_UP_MS,
    over: () => {
      clearTimeout(timer);
      client?.removeEventListener('abort', leave);
    },
  };
}

function timedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error('no answer in time'), { name: 'TimeoutError', code: 'ETIMEDOUT' });
}
