import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './merge-data.js';
import { meetsCondition } from './type-conditions.js';

type ResponsePath = readonly (string | number)[];

/** Calls back with every object that stands at a path of the plan, in the order of the answer. */
export function eachEntity(
  schema: GraphQLSchema,
  data: Data,
  path: readonly FlattenNodePathSegment[],
  found: (entity: Data) => void,
): void {
  walk(data, 0);

  function walk(value: unknown, at: number): void {
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      for (const item of value) walk(item, next);
      return;
    }
    if (!isData(value)) return;
    const segment = path[at];
    if (segment === undefined) found(value);
    else if (segment === '@') return;
    else if ('Field' in segment) walk(value[segment.Field], at + 1);
    else if (isOfType(schema, value, segment.TypeCondition)) walk(value, at + 1);
  }
}

/** The response paths of the same objects in the same order: only errors need them. */
export function pathsOfEntities(
  schema: GraphQLSchema,
  data: Data,
  path: readonly FlattenNodePathSegment[],
): ResponsePath[] {
  const paths: ResponsePath[] = [];
  walk(data, 0, []);
  return paths;

  function walk(value: unknown, at: number, here: ResponsePath): void {
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      for (const [i, item] of value.entries()) walk(item, next, [...here, i]);
      return;
    }
    if (!isData(value)) return;
    const segment = path[at];
    if (segment === undefined) paths.push(here);
    else if (segment === '@') return;
    else if ('Field' in segment) walk(value[segment.Field], at + 1, [...here, segment.Field]);
    else if (isOfType(schema, value, segment.TypeCondition)) walk(value, at + 1, here);
  }
}

function isOfType(schema: GraphQLSchema, { __typename: name }: Data, conditions: readonly string[]): boolean {
  return name === undefined || conditions.some((condition) => meetsCondition(schema, name, condition));
}
