import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createDefaultExecutor } from '@graphql-mesh/transport-common';
import httpTransport from '@graphql-mesh/transport-http';
import { startHttpServer } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { serviceMetrics } from '#platform/service-metrics.js';
import { PLAIN, SUBGRAPHS } from './graph.js';
import { governedGateway, ourGateway } from './our-gateway.js';
import { fromApolloGateway } from './peers.js';
import { type Addresses, schemaOf, supergraphOf } from './subgraphs.js';

/** Where a server answers, and the API key that it asks for. */
export interface Served {
  readonly url: string;
  readonly key?: string;
}

const LISTEN = { listen: { host: '127.0.0.1', port: 0 } };

/** The three subgraphs as services of their own. */
export async function startSubgraphs(): Promise<Record<string, string>> {
  const started = Object.entries(SUBGRAPHS).map(
    async ([name, source]) => [name, await apollo(schemaOf(source))] as const,
  );
  return Object.fromEntries(await Promise.all(started));
}

export const SERVERS: Readonly<Record<string, (addresses: Addresses) => Promise<Served>>> = {
  ours: ourGateway,
  'ours, governed': governedGateway,
  'no federation': async () => ({ url: await apollo(schemaOf(PLAIN)) }),
  'Apollo Gateway': async (addresses) => {
    const { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } = fromApolloGateway('@apollo/gateway');
    const { parse: parsed } = fromApolloGateway('graphql');
    const build = fromApolloGateway('@apollo/subgraph').buildSubgraphSchema;
    const buildService = ({ name, url }: { name: string; url: string }) => {
      if (addresses) return new RemoteGraphQLDataSource({ url });
      const { sdl, resolvers } = SUBGRAPHS[name]!;
      return new LocalGraphQLDataSource(build([{ typeDefs: parsed(sdl), resolvers }]));
    };
    const gateway = new ApolloGateway({ supergraphSdl: supergraphOf(SUBGRAPHS, addresses), buildService });
    const server = new (fromApolloGateway('@apollo/server').ApolloServer)({ gateway });
    const { url } = await fromApolloGateway('@apollo/server/standalone').startStandaloneServer(server, LISTEN);
    return { url };
  },
  'Hive default': async (addresses) => {
    const executors = Object.fromEntries(
      Object.entries(SUBGRAPHS).map(([name, source]) => [name, createDefaultExecutor(schemaOf(source))]),
    );
    const handler = createGatewayRuntime({
      supergraph: supergraphOf(SUBGRAPHS, addresses),
      logging: false,
      transports: {
        http: addresses
          ? httpTransport
          : { getSubgraphExecutor: ({ subgraphName }) => executors[subgraphName.toLowerCase()]! },
      },
    });
    const [log, metrics] = [createLogger('bench', 'silent'), serviceMetrics('bench')];
    const { url } = await startHttpServer({ host: '127.0.0.1', port: 0, handler, probes: {}, metrics, log });
    return { url: `${url}/graphql` };
  },
};

async function apollo(schema: ReturnType<typeof schemaOf>): Promise<string> {
  return (await startStandaloneServer(new ApolloServer({ schema }), LISTEN)).url;
}
