import { readFileSync } from 'node:fs';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { errorPresenter } from '#platform/graphql-errors.js';
import { type RunningService, startHttpServer } from '#platform/http-server.js';
import type { Logger } from '#platform/logger.js';
import { OpenSubscriptions } from '#platform/open-subscriptions.js';
import { packageFile } from '#platform/package-root.js';
import type { Probe } from '#platform/readiness.js';
import { serviceMetrics } from '#platform/service-metrics.js';
import type { Authenticate } from './access/authenticate.js';
import { controlledHandler } from './access/controlled-handler.js';
import { tracePolicy } from './access/request-sender.js';
import { responseCaching } from './caching/response-caching.js';
import { circuitMetrics } from './circuit-metrics.js';
import { createGateway, GRAPHQL_PATH } from './create-gateway.js';
import { crossOrigin } from './cross-origin.js';
import { FIRST_QUERY } from './first-query.js';
import { type LimitSettings, USUAL_LIMITS } from './limits/limit-settings.js';
import { rateLimit } from './limits/rate/rate-limit.js';
import { chargeInVain, ratedHandler } from './limits/rate/rated-handler.js';
import { pingSubgraph } from './ping-subgraph.js';
import { identifyRequest } from './request-id.js';
import type { SubgraphConnection } from './subgraph-connection.js';

export interface GatewayServiceParts {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** Tells who asks; null where access control was declined, on loopback alone. */
  readonly authenticate: Authenticate | null;
  readonly subgraphs: SubgraphConnection;
  readonly subgraphNames: readonly string[];
  /** Other parts that must answer before the gateway is ready. */
  readonly probes?: Readonly<Record<string, Probe>>;
  readonly audit?: AuditLog | undefined;
  readonly limits?: LimitSettings;
}

/** The gateway over the committed supergraph as an HTTP service: /graphql, /health, /ready, /metrics. */
export async function startGatewayService(parts: GatewayServiceParts): Promise<RunningService> {
  const { host, port, log, authenticate, subgraphs, subgraphNames, probes, audit, limits = USUAL_LIMITS } = parts;
  const metrics = serviceMetrics('gateway');
  const supergraph = readFileSync(packageFile('gateway/supergraph.graphql'), 'utf8');
  mustReachAll(supergraph, subgraphs);
  if (subgraphs.circuits) circuitMetrics(metrics.registry, subgraphs.circuits);
  const present = errorPresenter(log, metrics.error);
  const subscriptions = new OpenSubscriptions(present);
  const caching = await responseCaching({ settings: limits.cache, registry: metrics.registry, log });
  const gateway = createGateway({
    supergraph,
    subgraphs: caching.over(subgraphs),
    present,
    subscriptions,
    // A part of the hub that fails costs its own fields, though the hub's schema promises many of them.
    nulls: 'partial',
    isControlled: authenticate !== null,
    firstQuery: FIRST_QUERY,
    audit,
    limits,
    log,
    onCost: metrics.cost,
  });
  const rate = await rateLimit(limits.rate, authenticate !== null, log);
  const pages = crossOrigin(limits.origins);
  const rated = ratedHandler(gateway, rate, present);
  const answer = pages.preflights(controlledHandler(rated, authenticate, present, chargeInVain(rate)));
  const subgraphProbes = Object.fromEntries(subgraphNames.map((name) => [name, pingSubgraph(subgraphs, name)]));
  const service = await startHttpServer({
    host,
    port,
    log,
    metrics,
    subscriptions,
    probes: {
      ...probes,
      ...subgraphProbes,
      ...(audit && { audit: () => audit.health() }),
      ...(rate?.probe && { rateLimit: rate.probe }),
    },
    // Nothing that a browser holds by itself opens a controlled hub: a foreign page gains nothing by calling it.
    anyHostName: authenticate !== null,
    headers: pages.allow,
    mayNameTrace: tracePolicy(authenticate),
    handler: (request, response) => {
      identifyRequest(request, response);
      if (request.url === '/') response.writeHead(302, { location: GRAPHQL_PATH }).end();
      else answer(request, response);
    },
  });
  const close = () => service.close().finally(() => gateway[Symbol.asyncDispose]());
  return {
    url: service.url,
    close: () =>
      close().finally(() => {
        rate?.close();
        caching.close();
      }),
  };
}

/** Throws BAD_CONFIGURATION for a subgraph of the supergraph that no address leads to: each query of it would fail. */
function mustReachAll(supergraph: string, subgraphs: SubgraphConnection): void {
  for (const [, name] of supergraph.matchAll(/@join__graph\(name: "(\w+)"/g)) subgraphs.executor(name!);
}
