import { memoize1 } from '@graphql-tools/utils';
import { type DocumentNode, type FieldNode, Kind, print, type SelectionNode, visit } from 'graphql';

/** Entities that a document asks for. */
export interface EntityList {
  /** Where they stand in its answer. */
  readonly responseKey: string;
  /** The variable of their representations. */
  readonly variable: string;
  /** What is asked of each, in words: the same in whatever document it stands. */
  readonly selection: string;
  /** The variables that it uses. */
  readonly variables: readonly string[];
}

/** Null for a document that asks for anything else, or for entities in a way that cannot be parted. */
export const entityListsOf = memoize1(({ definitions }: DocumentNode): readonly EntityList[] | null => {
  const [operation, ...more] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) return null;
  const { selections } = operation.selectionSet;
  const lists = selections.map(listOf).filter((list) => list !== null);
  const parted = new Set(lists.map(({ variable }) => variable));
  const isMixed = lists.some(({ variables }) => variables.some((name) => parted.has(name)));
  return parted.size === selections.length && !isMixed ? lists : null;
});

function listOf(field: SelectionNode): EntityList | null {
  if (field.kind !== Kind.FIELD || field.name.value !== '_entities' || field.directives?.length) return null;
  const [given, ...more] = field.arguments ?? [];
  if (given?.value.kind !== Kind.VARIABLE || more.length > 0 || !field.selectionSet) return null;
  return {
    responseKey: (field.alias ?? field.name).value,
    variable: given.value.name.value,
    selection: print(field.selectionSet),
    variables: variablesIn(field.selectionSet),
  };
}

function variablesIn(selections: NonNullable<FieldNode['selectionSet']>): string[] {
  const found = new Set<string>();
  visit(selections, { Variable: ({ name }) => void found.add(name.value) });
  return [...found].sort();
}
