import { memoize1 } from '@graphql-tools/utils';
import { type DocumentNode, Kind, type SelectionNode } from 'graphql';

/** Entities that a document asks for: where they stand in its answer, and the variable of their representations. */
export interface EntityList {
  readonly responseKey: string;
  readonly variable: string;
}

/** Null for a document that asks for anything else, or for entities in a way that cannot be parted. */
export const entityListsOf = memoize1(({ definitions }: DocumentNode): readonly EntityList[] | null => {
  const [operation] = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const lists = (operation?.selectionSet.selections ?? []).map(listOf);
  const known = lists.filter((list) => list !== null);
  const variables = new Set(known.map(({ variable }) => variable));
  return known.length === lists.length && variables.size === lists.length ? known : null;
});

function listOf(selection: SelectionNode): EntityList | null {
  if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities' || selection.directives?.length)
    return null;
  const [given, ...more] = selection.arguments ?? [];
  if (given?.value.kind !== Kind.VARIABLE || more.length > 0) return null;
  return { responseKey: (selection.alias ?? selection.name).value, variable: given.value.name.value };
}
