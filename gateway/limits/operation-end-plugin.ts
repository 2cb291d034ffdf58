import type { ServerResponse } from 'node:http';
import { type ExecutionArgs, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { CodedError } from '#domain/errors/coded-error.js';
import { OperationEnd } from '../operation-end.js';

type Execute = (args: ExecutionArgs) => unknown;

/**
 * Ends an operation that takes too long, and a query whose client has hung up: what subgraphs are still asked for it is given
 * up. A mutation goes on without its client, so that its outcome is logged. Events of subscriptions have no end to wait for.
 */
export function operationEndPlugin(seconds: number): Plugin<{ operationEnd?: OperationEnd }> {
  return {
    onExecute: ({ executeFn, setExecuteFn, extendContext }) => {
      const operationEnd = new OperationEnd();
      extendContext({ operationEnd });
      setExecuteFn((args) => ending(executeFn, args, operationEnd, seconds));
    },
  };
}

/** Throws OPERATION_TIMEOUT and CLIENT_GONE. */
function ending(execute: Execute, args: ExecutionArgs, end: OperationEnd, seconds: number): Promise<unknown> {
  const response = isQuery(args) ? (args.contextValue as { res?: ServerResponse }).res : undefined;
  const leave = () => end.come(clientGone());
  const timer = setTimeout(() => end.come(tooLate(seconds)), seconds * 1000);
  response?.once('close', leave);
  return new Promise((resolve, reject) => {
    end.listen(reject);
    executed(execute, args)
      .finally(() => {
        clearTimeout(timer);
        response?.off('close', leave);
      })
      .then(resolve, reject);
  });
}

async function executed(execute: Execute, args: ExecutionArgs): Promise<unknown> {
  return execute(args);
}

function isQuery({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
}

function tooLate(seconds: number): CodedError {
  return new CodedError('OPERATION_TIMEOUT', `the operation was not answered within ${seconds} s, and was given up`, {
    hint: 'ask for less at once; a mutation may have happened all the same: look before you send it again',
  });
}

function clientGone(): CodedError {
  return new CodedError('CLIENT_GONE', 'the client hung up before its answer was there, and the query was given up');
}
