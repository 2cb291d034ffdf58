import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBreaker,
  retry,
  SamplingBreaker,
} from 'cockatiel';
import type { Logger } from '#platform/logger.js';
import type { Circuit } from './subgraph-connection.js';
import { NoAnswer } from './subgraph-post.js';

/** So many requests in a row without an answer, or this share of at least two a second over ten seconds. */
const IN_A_ROW = 5;
const SHARE = { threshold: 0.5, duration: 10_000, minimumRps: 2 };
/** How long a subgraph is left alone then, before one request tries it. */
const REST_MS = 3000;
const RETRIES = { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 200 }) };

/** Nothing came back: the connection failed, time was up, or what stands before the subgraph says that it is gone. */
const GONE = [502, 503, 504];
/** The request was not read, or nobody knows: what only reads may be sent again. */
const LOST = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/** A request was not sent, since those before it had no answer. */
export class NotAsked extends Error {
  constructor(readonly seconds: number) {
    super('not asked');
  }
}

/** Sends one request; a probe goes on when its client hangs up, since others wait for what it tells. */
type Send<T> = (isProbe: boolean) => Promise<T>;

/**
 * Between the gateway and one subgraph: one that gives no answers is not asked for some seconds, so that requests for it
 * cost nobody a wait and do not pile up, and then one request tries it. An answer that is an error is an answer.
 */
export class SubgraphCircuit {
  readonly #breaker = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: REST_MS, breaker: eitherBreaker() });
  readonly #retry = retry(handleWhen(isLost), RETRIES);
  readonly #counts = { refused: 0, retried: 0 };
  #openedAt = 0;

  constructor(name: string, log: Logger) {
    this.#breaker.onBreak(() => {
      this.#openedAt = Date.now();
      log.warn({ subgraph: name, seconds: REST_MS / 1000 }, 'a subgraph gives no answers and is left alone');
    });
    this.#breaker.onReset(() => log.info({ subgraph: name }, 'a subgraph answers again'));
    this.#retry.onRetry(() => {
      this.#counts.retried += 1;
    });
  }

  get state(): Circuit {
    return { isOpen: this.#breaker.state !== CircuitState.Closed, ...this.#counts };
  }

  /**
   * What `mayRetry` is sent again when its connection was lost. What waits without end, as subscriptions do, may not `mayProbe`.
   * Throws NotAsked, and what sending throws.
   */
  async ask<T>(send: Send<T>, mayRetry: boolean, mayProbe = true): Promise<T> {
    const { state } = this.#breaker;
    if (!mayProbe && state !== CircuitState.Closed) throw this.#refusal();
    // The library would let others wait for the probe: a subgraph that hangs would gather them all.
    if (state === CircuitState.HalfOpen) throw this.#refusal();
    const isProbe = state === CircuitState.Open;
    try {
      return await this.#breaker.execute(() => (mayRetry ? this.#retry.execute(() => send(isProbe)) : send(isProbe)));
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.#refusal() : error;
    }
  }

  #refusal(): NotAsked {
    this.#counts.refused += 1;
    return new NotAsked(Math.max(1, Math.ceil((this.#openedAt + REST_MS - Date.now()) / 1000)));
  }
}

function isOutage(error: Error): boolean {
  if (!(error instanceof NoAnswer)) return false;
  return /^(E[A-Z]|UND_ERR)/.test(error.code ?? '') || GONE.includes(error.status ?? 0);
}

function isLost(error: Error): boolean {
  return error instanceof NoAnswer && error.status === undefined && LOST.includes(error.code ?? '');
}

/** Both count everything, and one of them is enough. */
function eitherBreaker(): IBreaker {
  const breakers = [new ConsecutiveBreaker(IN_A_ROW), new SamplingBreaker(SHARE)];
  return {
    state: null,
    success: (state) => {
      for (const breaker of breakers) breaker.success(state);
    },
    failure: (state) => breakers.map((breaker) => breaker.failure(state)).includes(true),
  };
}
