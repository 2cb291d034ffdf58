import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { OpenSubscriptions } from '#platform/open-subscriptions.js';
import type { Subscribed } from '#platform/subscribe-afresh.js';
import { callerOf, type RequestAccess } from './access/request-caller.js';
import { clientOf } from './limits/rate/client-key.js';

/** A role may be changed while somebody listens: then at the latest its credential is looked at anew. */
const LONGEST_MS = 3_600_000;
/** Of all that a service holds: nobody takes the places of the others. */
const MOST_OF = { known: 20, anonymous: 5 };

interface SubscriptionParts {
  readonly open: OpenSubscriptions;
  /** Where access control was declined everybody comes from this machine, and nobody can be told from others. */
  readonly isControlled: boolean;
}

/**
 * Counts and bounds the subscriptions of clients, and ends each when its client goes, its credential ends or is revoked, or
 * the gateway stops.
 */
export function subscriptionsPlugin({ open, isControlled }: SubscriptionParts): Plugin {
  return {
    onSubscribe({ subscribeFn, setSubscribeFn, context }) {
      const { request, req, validUntil, holds } = context as Partial<RequestAccess> & {
        readonly request?: Request;
        readonly req?: IncomingMessage;
      };
      const { isKnown, key } = clientOf(callerOf(context), req?.socket.remoteAddress);
      const kept = {
        gone: request?.signal,
        until: endOf(validUntil),
        holds,
        client: isControlled ? { key, most: MOST_OF[isKnown ? 'known' : 'anonymous'] } : undefined,
      };
      setSubscribeFn((args) => open.keep(() => subscribeFn(args) as Promise<Subscribed>, kept));
    },
  };
}

/** Where access control was declined, nothing ends but the client. */
function endOf(validUntil = Number.POSITIVE_INFINITY): number {
  return validUntil === Number.POSITIVE_INFINITY ? validUntil : Math.min(validUntil, Date.now() + LONGEST_MS);
}
