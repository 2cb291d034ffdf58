import type { IncomingMessage } from 'node:http';
import { authenticated } from '#domain/caller.js';
import type { Authenticate } from './authenticate.js';
import type { RequestAccess } from './request-caller.js';

const senders = new WeakMap<IncomingMessage, Promise<RequestAccess>>();

/** Who sends a request: its credential is looked at once. Throws as Authenticate does. */
export function senderOf(request: IncomingMessage, authenticate: Authenticate): Promise<RequestAccess> {
  const known = senders.get(request);
  if (known) return known;
  const found = authenticate(request.headers.authorization);
  senders.set(request, found);
  return found;
}

/**
 * Whether a request goes on with the trace that it names: of callers who are known, and of all where access control was
 * declined. Others would decide whether spans are sent.
 */
export function tracePolicy(authenticate: Authenticate | null) {
  return async (request: IncomingMessage): Promise<boolean> => {
    if (authenticate === null) return true;
    return senderOf(request, authenticate).then(
      ({ caller }) => authenticated(caller) !== null,
      () => false,
    );
  };
}
