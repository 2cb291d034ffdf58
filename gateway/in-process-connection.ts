import { createDefaultExecutor } from '@graphql-mesh/transport-common';
import type { ExecutionResult, Executor } from '@graphql-tools/utils';
import { type GraphQLSchema, validate } from 'graphql';
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
    if (!result.errors) return result as never;
    // The gateway checks all of a request but literals of custom scalars, which it passes on unread. A service would
    // say what is wrong with them before it runs anything; here that is asked only when something failed.
    const faults = validate(schema, request.document).map((fault) =>
      Object.assign(fault, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    );
    const errors = faults.length > 0 ? faults : result.errors;
    return { ...result, errors: errors.map(present) } as never;
  };
}
