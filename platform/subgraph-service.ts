import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { DocumentNode } from 'graphql';
import type { Caller } from '#domain/caller.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { isLoopback } from './environment.js';
import type { Subgraph } from './federated-subgraph.js';
import { errorPresenter } from './graphql-errors.js';
import { graphqlOverSse } from './graphql-over-sse.js';
import { type RunningService, startHttpServer } from './http-server.js';
import { internalTokenVerifier } from './internal-token/internal-token-verifier.js';
import { createLogger } from './logger.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { requestCallers } from './request-callers.js';
import { serviceMetrics } from './service-metrics.js';
import { untilStopped } from './stop-signal.js';
import type { SubgraphEnvironment } from './subgraph-environment.js';
import { inSpan } from './tracing/spans.js';

/** A gateway asks for all entities of an answer at once, by their keys: a page of pages of them is megabytes. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** Of parsed documents as JSON, which take three times that in memory. A gateway asks as many as its callers think of; Apollo's 30 MiB fill within the hour. */
const DOCUMENT_BYTES = 4 * 1024 * 1024;

interface ServiceStore {
  health(): Promise<unknown>;
  /** Of a subgraph that logs what it does. */
  readonly audit?: Pick<AuditLog, 'health'> | undefined;
  close(): Promise<void>;
}

/** With a span for each operation, under which its reads of the store stand. */
class TracedServer<Context extends object> extends ApolloServer<Context> {
  override executeHTTPGraphQLRequest(...words: Parameters<ApolloServer<Context>['executeHTTPGraphQLRequest']>) {
    return inSpan('graphql.execute', {}, () => super.executeHTTPGraphQLRequest(...words));
  }
}

/** Serves one subgraph over HTTP at /graphql until a signal stops it, and closes the store then. */
export async function runSubgraphService<Ports, Context extends object>(
  subgraph: Subgraph<Ports, Context>,
  store: Ports & ServiceStore,
  environment: Pick<SubgraphEnvironment, 'host' | 'port' | 'logLevel' | 'publicKeys'>,
): Promise<void> {
  const log = createLogger(subgraph.name, environment.logLevel);
  const service = await startSubgraphService(subgraph, store, environment, log);
  log.info({ url: `${service.url}/graphql` }, 'serving');
  await untilStopped(log, async () => {
    await service.close();
    await store.close();
  });
}

/** The same without signals: the caller closes it, and then its store. */
export async function startSubgraphService<Ports, Context extends object>(
  subgraph: Subgraph<Ports, Context>,
  store: Ports & ServiceStore,
  { host, port, publicKeys }: Pick<SubgraphEnvironment, 'host' | 'port' | 'publicKeys'>,
  log: ReturnType<typeof createLogger>,
): Promise<RunningService> {
  const metrics = serviceMetrics(subgraph.name);
  const present = errorPresenter(log, metrics.error);
  const server = new TracedServer<Context>({
    schema: subgraph.schema,
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: DOCUMENT_BYTES }),
    formatError: (_, error) => present(error).toJSON(),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Apollo's page loads from its own servers; the gateway has GraphiQL on board.
    plugins: [ApolloServerPluginLandingPageDisabled()],
    logger: log,
  });
  await server.start();
  const subscriptions = new OpenSubscriptions(present);
  const createContext = (caller: Caller, id?: string) => subgraph.createContext(store, caller, id ?? null);
  const callers = requestCallers(
    publicKeys === null ? null : internalTokenVerifier(subgraph.name, publicKeys),
    present,
  );
  const handler = express().use(
    '/graphql',
    callers.admit,
    express.json({ limit: LARGEST_BODY }),
    graphqlOverSse({ schema: subgraph.schema, createContext, callerOf: callers.callerOf, subscriptions, present }),
    expressMiddleware(server, {
      context: async ({ req }) => createContext(callers.callerOf(req), req.get('x-request-id')),
    }),
  );
  const service = await startHttpServer({
    host,
    port,
    handler,
    metrics,
    subscriptions,
    log,
    probes: { store: () => store.health(), ...(store.audit && { audit: () => store.audit!.health() }) },
    anyHostName: !isLoopback(host),
    largestBody: LARGEST_BODY,
  });
  return { url: service.url, close: () => service.close().finally(() => server.stop()) };
}
