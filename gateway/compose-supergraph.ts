import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';

/**
 * The supergraph of these subgraphs. The addresses in it are placeholders: a gateway is told where its subgraphs are.
 * Throws with every fault of the composition at once.
 */
export function composeSupergraph(
  subgraphs: readonly { readonly name: string; readonly typeDefs: DocumentNode }[],
): string {
  const services = [...subgraphs]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.subgraph/` }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl)
    throw new Error(`the subgraphs do not compose:\n${errors?.map(({ message }) => message).join('\n')}`);
  return `${supergraphSdl.trimEnd()}\n`;
}
