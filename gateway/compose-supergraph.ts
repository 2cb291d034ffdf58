import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode, GraphQLError } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';

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
    throw new CodedError('COMPOSITION_FAILED', `the subgraphs do not compose:\n${faultsOf(errors ?? [])}`, {
      at: services.map(({ name }) => name).join(', '),
      hint: 'mend the SDL of the subgraph that each line names; fields that several subgraphs have must be alike and @shareable',
    });
  return `${supergraphSdl.trimEnd()}\n`;
}

/** One line a fault, with the place in the SDL where the composer knows it. */
function faultsOf(errors: readonly GraphQLError[]): string {
  return errors.map(({ message, extensions: { code } }) => `- ${message}${code ? ` (${code})` : ''}`).join('\n');
}
