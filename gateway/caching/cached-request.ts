import { createHash } from 'node:crypto';
import { type ExecutionRequest, memoize1 } from '@graphql-tools/utils';
import { type DocumentNode, print } from 'graphql';
import { callerOf } from '../access/request-caller.js';
import { ownScope, rowScope } from './row-scope.js';

/** The keys of one thing that was asked: for all who see the same rows, and for its caller alone. */
export interface Keys {
  readonly shared: string;
  readonly own: string;
}

export type KeysOf = (asked: unknown) => Keys;

/**
 * Makes the keys of what a request asks for; `asked` is what differs between the parts of one request. A key
 * is an array in JSON and a value in JSON: no two are written alike.
 */
export function keysOf(
  space: number,
  subgraph: string,
  { document, operationName, context }: ExecutionRequest,
): KeysOf {
  const caller = callerOf(context);
  const start = (scope: string) => JSON.stringify([space, subgraph, digestOf(document), operationName ?? null, scope]);
  const [shared, own] = [start(`rows ${rowScope(caller)}`), start(`own ${ownScope(caller)}`)];
  return (asked) => {
    const end = JSON.stringify(asked);
    return { shared: shared + end, own: own + end };
  };
}

/** Of each document once: those of plans are asked again and again. Plans of other operations ask for the same in the same words. */
const digestOf = memoize1((document: DocumentNode) => createHash('sha256').update(print(document)).digest('base64url'));
