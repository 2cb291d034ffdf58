import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createDefaultExecutor } from '@graphql-mesh/transport-common';
import httpTransport from '@graphql-mesh/transport-http';
import { parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { createGateway } from '#gateway/create-gateway.js';
import { httpConnection } from '#gateway/http-connection.js';
import { inProcessConnection } from '#gateway/in-process-connection.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { errorPresenter } from '#platform/graphql-errors.js';
import { startHttpServer } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { OpenSubscriptions } from '#platform/open-subscriptions.js';
import { serviceMetrics } from '#platform/service-metrics.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { type GraphSource, PLAIN, SUBGRAPHS } from './graph.js';
import { fromApolloGateway } from './peers.js';

/** Addresses of subgraphs that run elsewhere; null: the subgraphs are in the process of the gateway. */
export type Addresses = Readonly<Record<string, string>> | null;

const LISTEN = { listen: { host: '127.0.0.1', port: 0 } };
const schemaOf = ({ sdl, resolvers }: GraphSource) =>
  buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);

/** The three subgraphs as services of their own. */
export async function startSubgraphs(): Promise<Record<string, string>> {
  const started = Object.entries(SUBGRAPHS).map(
    async ([name, source]) => [name, await apollo(schemaOf(source))] as const,
  );
  return Object.fromEntries(await Promise.all(started));
}

export const SERVERS: Readonly<Record<string, (addresses: Addresses) => Promise<string>>> = {
  ours: (addresses) => ours(addresses, false),
  'ours with audit': (addresses) => ours(addresses, true),
  'no federation': () => apollo(schemaOf(PLAIN)),
  'Apollo Gateway': async (addresses) => {
    const { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } = fromApolloGateway('@apollo/gateway');
    const { parse: parsed } = fromApolloGateway('graphql');
    const build = fromApolloGateway('@apollo/subgraph').buildSubgraphSchema;
    const buildService = ({ name, url }: { name: string; url: string }) => {
      if (addresses) return new RemoteGraphQLDataSource({ url });
      const { sdl, resolvers } = SUBGRAPHS[name]!;
      return new LocalGraphQLDataSource(build([{ typeDefs: parsed(sdl), resolvers }]));
    };
    const gateway = new ApolloGateway({ supergraphSdl: supergraphAt(addresses), buildService });
    const server = new (fromApolloGateway('@apollo/server').ApolloServer)({ gateway });
    return (await fromApolloGateway('@apollo/server/standalone').startStandaloneServer(server, LISTEN)).url;
  },
  'Hive default': async (addresses) => {
    const executors = Object.fromEntries(
      Object.entries(SUBGRAPHS).map(([name, source]) => [name, createDefaultExecutor(schemaOf(source))]),
    );
    const handler = createGatewayRuntime({
      supergraph: supergraphAt(addresses),
      logging: false,
      transports: {
        http: addresses
          ? httpTransport
          : { getSubgraphExecutor: ({ subgraphName }) => executors[subgraphName.toLowerCase()]! },
      },
    });
    const [log, metrics] = [createLogger('bench', 'silent'), serviceMetrics('bench')];
    const { url } = await startHttpServer({ host: '127.0.0.1', port: 0, handler, probes: {}, metrics, log });
    return `${url}/graphql`;
  },
};

async function apollo(schema: ReturnType<typeof schemaOf>): Promise<string> {
  return (await startStandaloneServer(new ApolloServer({ schema }), LISTEN)).url;
}

function supergraphAt(addresses: Addresses): string {
  return composeSupergraph(
    Object.entries(SUBGRAPHS).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(sdl),
      ...(addresses && { url: addresses[name]! }),
    })),
  );
}

async function ours(addresses: Addresses, audited: boolean): Promise<string> {
  const log = createLogger('bench', 'silent');
  const audit = audited
    ? await openAuditLog({ dataFolder: mkdtempSync(join(tmpdir(), 'jejaring-bench-')), log })
    : undefined;
  const present = errorPresenter(log);
  const local = Object.entries(SUBGRAPHS).map(([name, source]) => ({
    name,
    schema: schemaOf(source),
    createContext: () => ({}),
  }));
  const subgraphs = addresses ? httpConnection(addresses, log, null) : inProcessConnection(local, present);
  const supergraph = supergraphAt(addresses);
  const subscriptions = new OpenSubscriptions(present);
  const handler = createGateway({
    supergraph,
    subgraphs,
    present,
    subscriptions,
    nulls: 'strict',
    isControlled: false,
    audit,
    firstQuery: '',
    limits: USUAL_LIMITS,
    onCost: () => undefined,
    log,
  });
  const metrics = serviceMetrics('bench');
  const { url } = await startHttpServer({ host: '127.0.0.1', port: 0, handler, probes: {}, metrics, log });
  return `${url}/graphql`;
}
