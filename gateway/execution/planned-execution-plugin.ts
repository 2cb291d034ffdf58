import type { ExecutionRequest } from '@graphql-tools/utils';
import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';

type Execute = (request: ExecutionRequest) => unknown;

/** Lets operations and subscriptions be answered by an executor over subgraphs; what comes after it wraps that. */
export function plannedExecutionPlugin(execute: Execute): Plugin {
  const answer = (args: ExecutionArgs) =>
    execute({
      document: args.document,
      variables: args.variableValues as ExecutionRequest['variables'],
      operationName: args.operationName ?? undefined,
      context: args.contextValue,
    });
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn(answer),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(answer),
  };
}
