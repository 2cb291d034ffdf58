import { createDefaultExecutor } from '@graphql-mesh/transport-common';
import {
  type ExecutionRequest,
  type ExecutionResult,
  type Executor,
  isAsyncIterable,
  mapAsyncIterator,
} from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import type { Caller } from '#domain/caller.js';
import type { PresentError } from '#platform/graphql-errors.js';
import { subscribeAfresh } from '#platform/subscribe-afresh.js';
import { callerOf } from './access/request-caller.js';
import type { CachePolicy } from './caching/cache-policy.js';
import { policyOfDocument } from './caching/policy-of-document.js';
import { requestIdOf } from './request-id.js';
import type { SubgraphConnection } from './subgraph-connection.js';

/** A subgraph in this process: its schema, and a new context for every request to it. */
export interface LocalSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  createContext(caller: Caller, requestId: string | null): object;
}

/** Subgraphs in this process: no sockets, no JSON. Errors are presented here, where a service of its own would do it. */
export function inProcessConnection(subgraphs: readonly LocalSubgraph[], present: PresentError): SubgraphConnection {
  const executors = new Map(subgraphs.map((subgraph) => [subgraph.name, executorOf(subgraph, present)]));
  const policies = new Map(subgraphs.map(({ name, schema }) => [name, policiesOf(schema)]));
  return {
    executor: (name) => {
      const executor = executors.get(name);
      if (!executor) throw new Error(`no subgraph "${name}" in this process`);
      return executor;
    },
    policyOf: (name, document) => policies.get(name)?.(document) ?? null,
  };
}

/** Of each document once: those of plans are asked again and again. */
function policiesOf(schema: GraphQLSchema): (document: DocumentNode) => CachePolicy | null {
  const known = new WeakMap<DocumentNode, CachePolicy | null>();
  return (document) => {
    const found = known.get(document);
    if (found !== undefined) return found;
    const policy = policyOfDocument(schema, document);
    known.set(document, policy);
    return policy;
  };
}

function executorOf({ schema, createContext }: LocalSubgraph, present: PresentError): Executor {
  const execute = createDefaultExecutor(schema);
  return async (request) => {
    const result = await (request.operationType === 'subscription'
      ? subscribe(request)
      : execute({ ...request, context: contextOf(request) }));
    if (isAsyncIterable(result)) return mapAsyncIterator(result as AsyncIterable<ExecutionResult>, presented) as never;
    return answered(request, result as ExecutionResult) as never;
  };

  function subscribe(request: ExecutionRequest) {
    const { document, variables, operationName } = request;
    return subscribeAfresh({ schema, document, variableValues: variables, operationName }, () => contextOf(request));
  }

  function contextOf({ context }: ExecutionRequest): object {
    return createContext(callerOf(context), requestIdOf(context));
  }

  function answered({ document }: ExecutionRequest, result: ExecutionResult): ExecutionResult {
    if (!result.errors) return result;
    // The gateway checks all of a request but literals of custom scalars, which it passes on unread. A service would
    // say what is wrong with them before it runs anything; here that is asked only when something failed.
    const faults = validate(schema, document).map((fault) =>
      Object.assign(fault, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    );
    return presented(faults.length > 0 ? { ...result, errors: faults } : result);
  }

  function presented({ errors, ...rest }: ExecutionResult): ExecutionResult {
    return { ...rest, ...(errors && { errors: errors.map(present) }) };
  }
}
