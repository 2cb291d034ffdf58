import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { OpenSubscriptions } from '#platform/open-subscriptions.js';
import type { Subscribed } from '#platform/subscribe-afresh.js';

/** Counts and bounds the subscriptions of clients, and ends each when its client goes or the gateway stops. */
export function subscriptionsPlugin(open: OpenSubscriptions): GatewayPlugin {
  return {
    onSubscribe({ subscribeFn, setSubscribeFn, context }) {
      const { request } = context as { request?: Request };
      setSubscribeFn((args) => open.keep(() => subscribeFn(args) as Promise<Subscribed>, request?.signal));
    },
  };
}
