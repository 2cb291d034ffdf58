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
import { MOST_ALSO_IN } from '#domain/layer-group.js';
import { DEFAULT_PAGE, LARGEST_PAGE } from '#domain/paging.js';
import { MOST_WINDOWS } from '#domain/run-parameters.js';

/** Lists without pages are rankings and the like: short, but not one. */
const SHORT_LIST = 20;

/** Those in pages in pages of which more is known: at 20 each, pages of the usual size would be refused. */
export const SHORTER_LISTS: ReadonlyMap<string, number> = new Map([
  ['CoTimedEdge.tests', MOST_WINDOWS],
  ['LayerGroup.alsoIn', MOST_ALSO_IN],
]);

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that walk over the spread network, each over 200,000 edges at most, and those that read a hoax cluster of 50,000 mentions. */
export const WALKS: readonly string[] = [
  ...['Query.spreadPath', 'Account.neighbourhood'],
  ...['Issue.hoaxCluster', 'Claim.hoaxCluster', 'IssueClaim.cluster'],
];

/** What the answer to an operation may come to. */
export interface AnswerSize {
  readonly items: number;
  readonly walks: number;
}

const NOTHING: AnswerSize = { items: 0, walks: 0 };

/**
 * How large the answer to a valid operation may be when every page is full: pages in pages multiply, which limits on
 * depth and tokens do not see.
 */
export function largestAnswer({ schema, document, operationName, variables }: Asked): AnswerSize {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  // Each fragment is counted once: fragments that spread others twice would else be walked without end.
  const counted = new Map<string, AnswerSize>();
  const values = { ...defaultsOf(operation), ...variables };
  return sizeOf(operation.selectionSet, root.name);

  function sizeOf({ selections }: SelectionSetNode, typeName: string): AnswerSize {
    return selections.reduce((sum, selection) => added(sum, sizeOfSelection(selection, typeName)), NOTHING);
  }

  function sizeOfSelection(selection: SelectionNode, typeName: string): AnswerSize {
    if (selection.kind === Kind.FIELD) return sizeOfField(selection, typeName);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return sizeOf(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    return sizeOfFragment(selection.name.value);
  }

  function sizeOfFragment(name: string): AnswerSize {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    const size =
      fragment?.kind === Kind.FRAGMENT_DEFINITION
        ? sizeOf(fragment.selectionSet, fragment.typeCondition.name.value)
        : NOTHING;
    counted.set(name, size);
    return size;
  }

  function sizeOfField(field: FieldNode, typeName: string): AnswerSize {
    const type = schema.getType(typeName);
    const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    if (!definition || !field.selectionSet) return NOTHING;
    const inside = sizeOf(field.selectionSet, getNamedType(definition.type).name);
    if (WALKS.includes(`${typeName}.${field.name.value}`)) return added(inside, { items: 0, walks: 1 });
    const isPage = definition.args.some(({ name }) => name === 'first');
    if (isPage) return listed(pageSize(field, values), inside);
    if (!isShortList(definition, typeName)) return inside;
    return listed(SHORTER_LISTS.get(`${typeName}.${field.name.value}`) ?? SHORT_LIST, inside);
  }
}

function added(one: AnswerSize, other: AnswerSize): AnswerSize {
  return { items: one.items + other.items, walks: one.walks + other.walks };
}

function listed(length: number, inside: AnswerSize): AnswerSize {
  return { items: length * (1 + inside.items), walks: length * inside.walks };
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
