import { createHash } from 'node:crypto';
import { type ExecutionRequest, memoize1 } from '@graphql-tools/utils';
import { type DocumentNode, print } from 'graphql';
import { callerOf } from '../access/request-caller.js';
import type { EntityList } from './entity-lists.js';
import { ownScope, rowScope } from './row-scope.js';

/** The keys of one thing that was asked: for all who see the same rows, and for its caller alone. */
export interface Keys {
  readonly shared: string;
  readonly own: string;
}

/** Where keys hold: of one subgraph of one connection. */
export interface KeySpace {
  readonly space: number;
  readonly subgraph: string;
}

/** Of a request as a whole. */
export function keysOfRequest(
  where: KeySpace,
  { document, operationName, variables, context }: ExecutionRequest,
): Keys {
  return keysOf(where, [digestOf(document), operationName ?? null], context)(variables ?? {});
}

/** Of each entity by itself, whatever else the request asks for. */
export function keysOfEntities(
  where: KeySpace,
  list: EntityList,
  { context, variables = {} }: ExecutionRequest,
): (representation: unknown) => Keys {
  const given = variables as Record<string, unknown>;
  // One that is left out has its default, and null has not.
  const used = list.variables.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]);
  const keys = keysOf(where, [digestOfList(list)], context);
  return (representation) => keys([used, representation]);
}

/** A key is an array in JSON and a value in JSON: no two are written alike. */
function keysOf({ space, subgraph }: KeySpace, what: readonly unknown[], context: unknown): (asked: unknown) => Keys {
  const caller = callerOf(context);
  const start = (scope: string) => JSON.stringify([space, subgraph, ...what, scope]);
  const [shared, own] = [start(`rows ${rowScope(caller)}`), start(`own ${ownScope(caller)}`)];
  return (asked) => {
    const end = JSON.stringify(asked);
    return { shared: shared + end, own: own + end };
  };
}

// Of each document once: those of plans are asked again and again. Plans of other operations ask for the same in the same words.
const digestOf = memoize1((document: DocumentNode) => digest(`document ${print(document)}`));
const digestOfList = memoize1(({ selection }: EntityList) => digest(`entity ${selection}`));

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
