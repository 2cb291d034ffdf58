import type { Executor } from '@graphql-tools/utils';

/** How the gateway reaches its subgraphs. */
export interface SubgraphConnection {
  /** Runs a request on the subgraph of this name. */
  executor(subgraph: string): Executor;
  /** Of subgraphs that are other processes, how it stands with each now. */
  circuits?(): Readonly<Record<string, Circuit>>;
}

/** How it stands with one subgraph. */
export interface Circuit {
  /** It gave no answers and is left alone, or one request is trying it. */
  readonly isOpen: boolean;
  /** Requests that were not sent. */
  readonly refused: number;
  /** Queries that were sent again. */
  readonly retried: number;
}
