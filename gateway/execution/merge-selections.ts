import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isUnionType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As getVariableValues of GraphQL gives them: coerced, with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Stands where nothing is left to ask, since no selection set may be written empty. */
const NOTHING: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: true } },
      ],
    },
  ],
};

/**
 * A valid operation written so that no selection set names a response key twice: what repeated fields select is put
 * together as GraphQL's field collection does it when it executes. Fragments are written out and @skip and @include
 * decided, since what meets what depends on both. The answer is the same. A selection on an abstract type is written out
 * type by type only where it makes a difference between types: a planner must then find out the type of each object.
 */
export function mergeSelections({ schema, operation, fragments, variables }: Asked): OperationDefinitionNode {
  const root = schema.getRootType(operation.operation)!;
  const { fields } = collectFields(schema, fragments, variables, root, operation.selectionSet);
  return { ...operation, selectionSet: selected(fields, root) };

  function selected(byKey: ReadonlyMap<string, FieldNode[]>, parent: GraphQLCompositeType): SelectionSetNode {
    return selectionSet([...byKey.values()].map((repeated) => mergedField(repeated, parent)));
  }

  function mergedField(repeated: FieldNode[], parent: GraphQLCompositeType): FieldNode {
    const [first] = repeated as [FieldNode];
    const field = { ...first, directives: repeated.flatMap(otherDirectives) };
    if (!first.selectionSet) return field;
    const type = getNamedType(definitionOf(parent, first.name.value).type);
    return { ...field, selectionSet: selectedOf(repeated, type) };
  }

  function selectedOf(repeated: FieldNode[], type: GraphQLNamedOutputType): SelectionSetNode {
    if (
      isObjectType(type) ||
      (isAbstractType(type) && !repeated.some(({ selectionSet: inside }) => narrows(inside, type)))
    )
      return selected(collectSubFields(schema, fragments, variables, type as GraphQLObjectType, repeated).fields, type);
    if (!isAbstractType(type)) return selectionSet([]);
    return selectionSet(
      schema.getPossibleTypes(type).map((possible) => ({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: possible.name } },
        selectionSet: selectedOf(repeated, possible),
      })),
    );
  }

  /** Whether a selection asks some types of an abstract type for other fields than the rest. */
  function narrows(
    inside: SelectionSetNode | undefined,
    type: GraphQLNamedType,
    seen: ReadonlySet<string> = new Set(),
  ): boolean {
    return (inside?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return false;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return isOther(selection.typeCondition, type) || narrows(selection.selectionSet, type, seen);
      const { value: name } = selection.name;
      const { typeCondition, selectionSet } = fragments[name]!;
      return isOther(typeCondition, type) || (!seen.has(name) && narrows(selectionSet, type, new Set([...seen, name])));
    });
  }
}

function isOther(condition: NamedTypeNode | undefined, { name }: GraphQLNamedType): boolean {
  return condition !== undefined && condition.name.value !== name;
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [NOTHING] };
}

function otherDirectives({ directives = [] }: FieldNode) {
  return directives.filter(({ name }) => name.value !== 'skip' && name.value !== 'include');
}

function definitionOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const fields = isUnionType(parent) ? {} : parent.getFields();
  return fields[name] ?? (name === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef);
}
