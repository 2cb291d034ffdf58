import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';

export interface SubgraphSource {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  /** Where it answers. Left out, the address is a placeholder: a gateway is told where its subgraphs are. */
  readonly url?: string;
}

/** The supergraph of these subgraphs. Throws with every fault of the composition at once. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): string {
  const services = [...subgraphs]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, typeDefs, url }) => ({ name, typeDefs, url: url ?? `http://${name}.subgraph/` }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl)
    throw new Error(`the subgraphs do not compose:\n${errors?.map(({ message }) => message).join('\n')}`);
  return `${supergraphSdl.trimEnd()}\n`;
}
