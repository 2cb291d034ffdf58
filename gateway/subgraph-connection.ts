import type { Executor } from '@graphql-tools/utils';

/** How the gateway reaches its subgraphs. */
export interface SubgraphConnection {
  /** Runs a request on the subgraph of this name. */
  executor(subgraph: string): Executor;
}
