import { type DocumentNode, Kind } from 'graphql';
import { HubError } from './hub-error.js';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

export interface Patience {
  /** How often a request is sent at most. */
  readonly attempts: number;
  wait(ms: number): Promise<unknown>;
}

/** Sends what may be sent again until it is answered, more and more slowly. Throws what can not be mended by that. */
export async function withRetries<T>(send: () => Promise<T>, mayRepeat: boolean, patience: Patience): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const isPassing = error instanceof HubError && error.mayPass;
      if (!isPassing || !mayRepeat || attempt >= patience.attempts) throw error;
      await patience.wait(Math.max(error.retryAfterMs, delayBefore(attempt)));
    }
  }
}

/** Twice as long each time, at random, so that clients that failed together do not come back together. */
export function delayBefore(attempt: number): number {
  return Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
}

/**
 * Whether sending it twice does no harm. An answer may be lost after the hub has done what was asked: a mutation is sent
 * again only with an id of the request, by which the hub knows that it is the same.
 */
export function isRepeatable(document: DocumentNode, variables: Readonly<Record<string, unknown>>): boolean {
  const isMutation = document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation',
  );
  return !isMutation || typeof (variables.request ?? variables.decision) === 'string';
}
