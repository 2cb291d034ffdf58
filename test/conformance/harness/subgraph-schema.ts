import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type Row, resolveValue, rowsOf, same } from './json-values.js';
import type { SubgraphData } from './suite.js';

export interface JsonSubgraph {
  readonly schema: GraphQLSchema;
  readonly fieldResolver: GraphQLFieldResolver<Row | undefined, unknown>;
}

/** A subgraph that answers from JSON; `counts` is shared by all subgraphs of a suite. */
export function jsonSubgraph(sdl: string, data: SubgraphData, counts: Map<string, number>): JsonSubgraph {
  const typeDefs = parse(sdl);
  const schema = buildSubgraphSchema([{ typeDefs }]);
  const keys = keysOf(sdl);
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) entities.resolve = (_, { representations }) => representations.map(entityOf);
  return {
    schema,
    fieldResolver: (source, args, _, { fieldName, parentType, schema: { getRootType } }) => {
      const isRoot = [...OPERATIONS].some((operation) => getRootType.call(schema, operation) === parentType);
      if (fieldName === '__typename') return undefined;
      const value = isRoot && !source ? data[parentType.name]?.[fieldName] : source?.[fieldName];
      return resolveValue(value, { data, counts, args, source: source ?? {} });
    },
  };

  function entityOf(representation: Row): Row | null {
    const name = String(representation.__typename);
    const type = schema.getType(name);
    const types = isAbstractType(type) ? schema.getPossibleTypes(type).map((one) => one.name) : [name];
    if (!types.some((one) => data[one])) return representation;
    const rows = types.flatMap((one) => rowsOf(data, one));
    const row = rows.find((one) => (keys.get(name) ?? []).some((key) => matches(key, representation, one)));
    if (row?.$error) throw resolveValue({ $error: row.$error }, { data, counts, args: {}, source: {} });
    return row ? { ...representation, ...row } : null;
  }
}

const OPERATIONS = ['query', 'mutation', 'subscription'] as never[];

/** The keys of each type in an SDL, as selection sets. */
function keysOf(sdl: string): Map<string, SelectionSetNode[]> {
  const keys = new Map<string, SelectionSetNode[]>();
  const collect = ({ name, directives = [] }: { name: { value: string }; directives?: readonly unknown[] }) => {
    for (const directive of directives as { name: { value: string }; arguments?: readonly unknown[] }[]) {
      if (directive.name.value !== 'key') continue;
      const fields = (directive.arguments as { name: { value: string }; value: { value: string } }[]).find(
        (argument) => argument.name.value === 'fields',
      );
      const [operation] = parse(`{ ${fields?.value.value} }`).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) continue;
      keys.set(name.value, [...(keys.get(name.value) ?? []), operation.selectionSet]);
    }
  };
  visit(parse(sdl), {
    ObjectTypeDefinition: collect,
    ObjectTypeExtension: collect,
    InterfaceTypeDefinition: collect,
  } as never);
  return keys;
}

function matches({ selections }: SelectionSetNode, representation: unknown, row: unknown): boolean {
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const [asked, known] = [representation, row].map((one) => (one as Row | null)?.[selection.name.value]);
    if (!selection.selectionSet) return same(asked, known);
    if (Array.isArray(asked) && Array.isArray(known))
      return (
        asked.length === known.length && asked.every((item, i) => matches(selection.selectionSet!, item, known[i]))
      );
    return matches(selection.selectionSet, asked, known);
  });
}
