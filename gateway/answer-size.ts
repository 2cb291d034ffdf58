import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_PAGE, LARGEST_PAGE } from '#domain/paging.js';

/** Lists without pages are rankings and the like: short, but not one. */
const SHORT_LIST = 20;

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many items the answer to a valid operation may hold when every page is full: pages in pages multiply, which limits
 * on depth and tokens do not see.
 */
export function largestAnswer({ schema, document, operationName, variables }: Asked): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return 0;
  // Each fragment is counted once: fragments that spread others twice would else be walked without end.
  const counted = new Map<string, number>();
  const values = { ...defaultsOf(operation), ...variables };
  return itemsOf(operation.selectionSet, root.name);

  function itemsOf({ selections }: SelectionSetNode, typeName: string): number {
    return selections.reduce((sum, selection) => sum + itemsOfSelection(selection, typeName), 0);
  }

  function itemsOfSelection(selection: SelectionNode, typeName: string): number {
    if (selection.kind === Kind.FIELD) return itemsOfField(selection, typeName);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return itemsOf(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    return itemsOfFragment(selection.name.value);
  }

  function itemsOfFragment(name: string): number {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    const items =
      fragment?.kind === Kind.FRAGMENT_DEFINITION
        ? itemsOf(fragment.selectionSet, fragment.typeCondition.name.value)
        : 0;
    counted.set(name, items);
    return items;
  }

  function itemsOfField(field: FieldNode, typeName: string): number {
    const type = schema.getType(typeName);
    const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    if (!definition || !field.selectionSet) return 0;
    const inside = itemsOf(field.selectionSet, getNamedType(definition.type).name);
    const isPage = definition.args.some(({ name }) => name === 'first');
    if (isPage) return pageSize(field, values) * (1 + inside);
    return isShortList(definition, typeName) ? SHORT_LIST * (1 + inside) : inside;
  }
}

/** The lists inside a connection hold what its `first` says, which is counted there. */
function isShortList({ type }: GraphQLField<unknown, unknown>, parent: string): boolean {
  return isListType(getNullableType(type)) && !parent.endsWith('Connection');
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** What a resolver would refuse as too large counts as a full page: the resolver says it better. */
function pageSize(field: FieldNode, variables: Asked['variables']): number {
  const given = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given?.kind === Kind.INT) return Math.min(Number(given.value), LARGEST_PAGE);
  if (given?.kind !== Kind.VARIABLE) return DEFAULT_PAGE;
  const value = variables[given.name.value] ?? DEFAULT_PAGE;
  return typeof value === 'number' ? Math.min(value, LARGEST_PAGE) : LARGEST_PAGE;
}
