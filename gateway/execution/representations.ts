import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './merge-data.js';
import { meetsCondition } from './type-conditions.js';

/**
 * What a subgraph must be told of an entity to go on with it: its type, its key, and the fields that it requires. Null for
 * one of which that is not known, because an earlier fetch failed or its key is null: the subgraph is not asked then.
 * A required field that is null is sent as null.
 */
export function representationOf(
  schema: GraphQLSchema,
  entity: Data,
  requires: readonly RequiresSelection[],
): Data | null {
  const representation: Data = {};
  if (!select(schema, entity, requires, representation)) return null;
  const { __typename, ...fields } = representation;
  if (!Object.values(fields).some((value) => value !== null)) return null;
  representation.__typename ??= entity.__typename;
  return representation;
}

/** Whether all of the selected fields are known. */
function select(schema: GraphQLSchema, from: Data, selections: readonly RequiresSelection[], into: Data): boolean {
  return selections.every((selection) => {
    if (selection.kind === 'InlineFragment')
      return (
        !meetsCondition(schema, from.__typename, selection.typeCondition) ||
        select(schema, from, selection.selections, into)
      );
    if (selection.kind === 'FragmentSpread') throw new Error('a query plan that requires a named fragment');
    const key = selection.alias ?? selection.name;
    const value = from[selection.name] ?? from[key];
    if (value === undefined) return selection.name === '__typename' && into.__typename !== undefined;
    into[key] = selection.selections ? selected(schema, value, selection.selections, into[key]) : value;
    return true;
  });
}

function selected(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly RequiresSelection[],
  known: unknown,
): unknown {
  if (Array.isArray(value))
    return value.map((item, i) => selected(schema, item, selections, Array.isArray(known) ? known[i] : undefined));
  if (!isData(value)) return value;
  // Of an interface or a union a subgraph cannot tell what it was sent without its type.
  const { __typename } = value;
  const into: Data = isData(known) ? known : { ...(__typename !== undefined && { __typename }) };
  select(schema, value, selections, into);
  return into;
}
