import { filterInternalFieldsAndTypes } from '@graphql-tools/federation';
import { buildASTSchema, parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { AuditLog } from '#domain/ports/audit-log.js';
import type { PresentError } from '#platform/graphql-errors.js';
import type { Logger } from '#platform/logger.js';
import type { OpenSubscriptions } from '#platform/open-subscriptions.js';
import { isTracing } from '#platform/tracing/spans.js';
import { accessRules } from './access/access-rules.js';
import { auditPlugin } from './audit/audit-plugin.js';
import type { Nulls } from './execution/complete-answer.js';
import { plannedExecutionPlugin } from './execution/planned-execution-plugin.js';
import { plannedExecutor } from './execution/planned-executor.js';
import { queryPlans } from './execution/query-plans.js';
import { documentCaches, validOnce } from './limits/document-caches.js';
import type { LimitSettings } from './limits/limit-settings.js';
import type { ChargedAccess } from './limits/rate/rated-handler.js';
import { requestLimits } from './limits/request-limits.js';
import type { SubgraphConnection } from './subgraph-connection.js';
import { subscriptionsPlugin } from './subscriptions-plugin.js';
import { tracingPlugin } from './tracing-plugin.js';

export const GRAPHQL_PATH = '/graphql';

export interface GatewayParts {
  /** SDL of the supergraph. */
  readonly supergraph: string;
  readonly subgraphs: SubgraphConnection;
  readonly present: PresentError;
  readonly subscriptions: OpenSubscriptions;
  readonly nulls: Nulls;
  /** Whether the access rules of the supergraph are enforced; false is for whoever declined that, on loopback alone. */
  readonly isControlled: boolean;
  /** What GraphiQL opens with. */
  readonly firstQuery: string;
  /** Where every operation that runs is logged; in tests and measurements alone there may be none. */
  readonly audit?: AuditLog | undefined;
  /** Null, in measurements alone: nothing is limited. */
  readonly limits: LimitSettings | null;
  /** Hears what each operation costs. */
  readonly onCost: (points: number) => void;
  readonly log: Logger;
}

/** The one GraphQL endpoint over all subgraphs, with GraphiQL for browsers; the planner is the Rust one. */
export function createGateway(parts: GatewayParts) {
  const { supergraph, subgraphs, present, subscriptions, nulls, isControlled, firstQuery, audit } = parts;
  const { limits: settings, onCost, log } = parts;
  const document = parse(supergraph);
  const rules = isControlled ? accessRules(document) : null;
  // What it says has been checked: it was composed.
  const whole = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const schema = filterInternalFieldsAndTypes(whole);
  const plans = queryPlans(supergraph);
  return createYoga<ChargedAccess>({
    schema,
    multipart: false,
    // The server has looked at the length before (http-server.ts), and Yoga would pipe each body through a stream of its own.
    maxRequestBodySize: false,
    logging: false,
    landingPage: false,
    parserAndValidationCache: documentCaches(),
    graphqlEndpoint: GRAPHQL_PATH,
    graphiql: { title: 'Jejaring', defaultQuery: firstQuery },
    // Nine megabytes, read when a browser first asks.
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    // What pages may read is told before Yoga is asked, of refusals too (cross-origin.ts).
    cors: false,
    maskedErrors: { maskError: present },
    plugins: [
      plannedExecutionPlugin(plannedExecutor({ schema, supergraph: whole, plans, subgraphs, nulls, rules })),
      validOnce(),
      ...(settings ? requestLimits({ supergraph: document, settings, onCost, log }) : []),
      ...(audit ? [auditPlugin(audit)] : []),
      subscriptionsPlugin({ open: subscriptions, isControlled }),
      ...(isTracing() ? [tracingPlugin()] : []),
    ],
  });
}
