import type { Executor } from '@graphql-tools/utils';
import type { DocumentNode } from 'graphql';
import type { CachePolicy } from './caching/cache-policy.js';

/** How the gateway reaches its subgraphs. */
export interface SubgraphConnection {
  /** Runs a request on the subgraph of this name. */
  executor(subgraph: string): Executor;
  /** Of subgraphs that are other processes, how it stands with each now. */
  circuits?(): Readonly<Record<string, Circuit>>;
  /**
   * For how long answers to a query may be kept, where a schema tells it before anybody asks; null: not at all. Left out
   * where each answer brings its own (notedPolicy).
   */
  policyOf?(subgraph: string, document: DocumentNode): CachePolicy | null;
  /** The same subgraphs without what was kept of their answers, where something is: for events, which tell what is new. */
  readonly live?: SubgraphConnection;
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
