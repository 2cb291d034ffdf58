import type { Plugin } from 'graphql-yoga';
import type { OpenSubscriptions } from '#platform/open-subscriptions.js';
import type { Subscribed } from '#platform/subscribe-afresh.js';
import type { RequestAccess } from './access/request-caller.js';

/** A role may be changed while somebody listens: then at the latest its credential is looked at anew. */
const LONGEST_MS = 3_600_000;

/**
 * Counts and bounds the subscriptions of clients, and ends each when its client goes, its credential ends or is revoked, or
 * the gateway stops.
 */
export function subscriptionsPlugin(open: OpenSubscriptions): Plugin {
  return {
    onSubscribe({ subscribeFn, setSubscribeFn, context }) {
      const { request, validUntil, holds } = context as { request?: Request } & Partial<RequestAccess>;
      const until = endOf(validUntil);
      setSubscribeFn((args) =>
        open.keep(() => subscribeFn(args) as Promise<Subscribed>, request?.signal, until, holds),
      );
    },
  };
}

/** Where access control was declined, nothing ends but the client. */
function endOf(validUntil = Number.POSITIVE_INFINITY): number {
  return validUntil === Number.POSITIVE_INFINITY ? validUntil : Math.min(validUntil, Date.now() + LONGEST_MS);
}
