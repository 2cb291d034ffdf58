import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const PREFIX = '_as_';

/**
 * An operation in which no alias is the name of another field of its type. The planner (router-query-planner 0.0.38) adds
 * keys to a selection without regard to aliases: in `{ id: name }` it would send the name as the id.
 */
export function withSafeAliases(
  supergraph: GraphQLSchema,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  const types = new TypeInfo(supergraph);
  return visit(
    operation,
    visitWithTypeInfo(types, { Field: (field) => withSafeAlias(field, types.getParentType() ?? null) }),
  );
}

function withSafeAlias(field: FieldNode, parent: GraphQLCompositeType | null): FieldNode | undefined {
  const { alias, name } = field;
  if (!alias || alias.value === name.value) return undefined;
  const fields = !parent || isUnionType(parent) ? {} : parent.getFields();
  if (!(alias.value in fields) && !alias.value.startsWith('_')) return undefined;
  return { ...field, alias: { kind: Kind.NAME, value: PREFIX + alias.value } };
}

/** The alias that the client gave. */
export function clientAlias(alias: string): string {
  return alias.startsWith(PREFIX) ? alias.slice(PREFIX.length) : alias;
}

/** An error at the place that the client knows. */
export function atClientPath(error: GraphQLError): GraphQLError {
  const { path } = error;
  if (!path?.some((segment) => typeof segment === 'string' && segment.startsWith(PREFIX))) return error;
  return new GraphQLError(error.message, {
    path: path.map((segment) => (typeof segment === 'string' ? clientAlias(segment) : segment)),
    originalError: error.originalError,
    extensions: error.extensions,
  });
}
