import {
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Asks once for what every type of an interface is asked for. The planner (router-query-planner 0.0.38) fetches such a
 * field of an interface object for the last of the types alone.
 */
export function liftCommonFields(schema: GraphQLSchema, operation: OperationDefinitionNode): OperationDefinitionNode {
  const types = new TypeInfo(schema);
  return visit(
    operation,
    visitWithTypeInfo(types, {
      SelectionSet: { leave: (node) => lifted(schema, node, types.getParentType()?.name ?? '') },
    }),
  );
}

function lifted(schema: GraphQLSchema, node: SelectionSetNode, parent: string): SelectionSetNode | undefined {
  const type = schema.getType(parent);
  const fragments = node.selections.filter((one) => one.kind === Kind.INLINE_FRAGMENT);
  if (!isInterfaceType(type) || fragments.length < 2 || fragments.length < node.selections.length) return undefined;
  const [first, ...others] = fragments as [InlineFragmentNode, ...InlineFragmentNode[]];
  const printed = others.map(({ selectionSet }) => new Set(selectionSet.selections.map((one) => print(one))));
  const common = first.selectionSet.selections.filter(
    (one): one is FieldNode =>
      one.kind === Kind.FIELD && hasOneType(schema, parent, one) && printed.every((all) => all.has(print(one))),
  );
  if (common.length === 0) return undefined;
  const gone = new Set(common.map((one) => print(one)));
  const rest = fragments.flatMap((fragment) => {
    const selections = fragment.selectionSet.selections.filter((one) => !gone.has(print(one)));
    return selections.length === 0 ? [] : [{ ...fragment, selectionSet: { ...fragment.selectionSet, selections } }];
  });
  return { ...node, selections: [...common, ...rest] };
}

/** A type may narrow what a field of its interface gives: what is selected of it may then not be there on the interface. */
function hasOneType(
  schema: GraphQLSchema,
  parent: string,
  { name: { value: name }, selectionSet }: FieldNode,
): boolean {
  const type = schema.getType(parent);
  if (!isInterfaceType(type)) return false;
  if (name === '__typename' || !selectionSet) return name === '__typename' || name in type.getFields();
  const own = String(type.getFields()[name]?.type);
  return schema.getPossibleTypes(type).every((one) => String(one.getFields()[name]?.type) === own);
}
