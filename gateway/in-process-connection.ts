import { createDefaultExecutor } from '@graphql-mesh/transport-common';
import type { ExecutionResult, Executor } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import type { PresentError } from '#platform/graphql-errors.js';
import type { SubgraphConnection } from './subgraph-connection.js';

/** A subgraph in this process: its schema, and a new context for every request to it. */
export interface LocalSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  createContext(): object;
}

/** Subgraphs in this process: no sockets, no JSON. Errors are presented here, where a service of its own would do it. */
export function inProcessConnection(subgraphs: readonly LocalSubgraph[], present: PresentError): SubgraphConnection {
  const executors = new Map(subgraphs.map((subgraph) => [subgraph.name, executorOf(subgraph, present)]));
  return {
    executor: (name) => {
      const executor = executors.get(name);
      if (!executor) throw new Error(`no subgraph "${name}" in this process`);
      return executor;
    },
  };
}

function executorOf({ schema, createContext }: LocalSubgraph, present: PresentError): Executor {
  const execute = createDefaultExecutor(schema);
  return async (request) => {
    const result = (await execute({ ...request, context: createContext() })) as ExecutionResult;
    return (result.errors ? { ...result, errors: result.errors.map(present) } : result) as never;
  };
}
