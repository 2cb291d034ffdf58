import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import type { GraphSource } from './graph.js';

/** Addresses of subgraphs that run elsewhere; null: the subgraphs are in the process of the gateway. */
export type Addresses = Readonly<Record<string, string>> | null;

export function schemaOf({ sdl, resolvers }: GraphSource) {
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
}

export function supergraphOf(sources: Readonly<Record<string, GraphSource>>, addresses: Addresses): string {
  return composeSupergraph(
    Object.entries(sources).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(sdl),
      ...(addresses && { url: addresses[name]! }),
    })),
  );
}
