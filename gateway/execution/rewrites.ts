import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData } from './merge-data.js';
import { meetsCondition } from './type-conditions.js';

/**
 * Changes data in place as the planner says: it renames fields that it asked for under another name, since two types of a
 * selection disagree on them, and names the type under which the next subgraph knows an interface object.
 */
export function rewrite(schema: GraphQLSchema, data: unknown, rewrites: readonly FetchRewrite[]): void {
  for (const one of rewrites) {
    if ('KeyRenamer' in one) renameAt(schema, data, one.KeyRenamer.path, one.KeyRenamer.renameKeyTo);
    else {
      const { path, setValueTo } = 'ValueSetter' in one ? one.ValueSetter : one;
      setAt(schema, data, path, setValueTo);
    }
  }
}

function renameAt(schema: GraphQLSchema, data: unknown, path: readonly FetchNodePathSegment[], newKey: string): void {
  atEnd(schema, data, path, (parent, key) => {
    if (!(key in parent)) return;
    parent[newKey] = parent[key];
    delete parent[key];
  });
}

function setAt(schema: GraphQLSchema, data: unknown, path: readonly FetchNodePathSegment[], value: string): void {
  atEnd(schema, data, path, (parent, key) => {
    parent[key] = value;
  });
}

/** Calls back with each object that holds the last key of the path. */
function atEnd(
  schema: GraphQLSchema,
  data: unknown,
  path: readonly FetchNodePathSegment[],
  change: (parent: Record<string, unknown>, key: string) => void,
): void {
  if (Array.isArray(data)) for (const item of data) atEnd(schema, item, path, change);
  if (!isData(data)) return;
  const [segment, ...rest] = path;
  if (!segment) return;
  if ('TypenameEquals' in segment) {
    const { __typename: name } = data;
    const isMet = name === undefined || segment.TypenameEquals.some((one) => meetsCondition(schema, name, one));
    if (isMet) atEnd(schema, data, rest, change);
  } else if (rest.length === 0) change(data, segment.Key);
  else atEnd(schema, data[segment.Key], rest, change);
}
