import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessGate } from '../access/access-gate.js';

const TYPE_NAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * An operation, its selections merged, without the fields that are closed to its caller, so that no subgraph is asked for
 * them; null where nothing is left to ask. An object of which all is closed is still asked whether it is there: the answer
 * has then a place for the errors.
 */
export function permittedOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { denial }: AccessGate,
): OperationDefinitionNode | null {
  const selectionSet = permitted(operation.selectionSet, schema.getRootType(operation.operation)!);
  const isAsked = selectionSet.selections.some((one) => one.kind !== Kind.FIELD || one.name.value !== '__typename');
  return isAsked ? { ...operation, selectionSet } : null;

  function permitted({ selections }: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const kept = selections.flatMap((selection) => permittedSelection(selection, type));
    return { kind: Kind.SELECTION_SET, selections: kept.length > 0 ? kept : [TYPE_NAME] };
  }

  function permittedSelection(selection: SelectionNode, type: GraphQLCompositeType): SelectionNode[] {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('a named fragment in merged selections');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = schema.getType(selection.typeCondition?.name.value ?? type.name);
      if (!isCompositeType(condition)) return [];
      return [{ ...selection, selectionSet: permitted(selection.selectionSet, condition) }];
    }
    if (denial(type.name, selection.name.value)) return [];
    const field = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
    const inside = field && getNamedType(field.type);
    if (!selection.selectionSet || !isCompositeType(inside)) return [selection];
    return [{ ...selection, selectionSet: permitted(selection.selectionSet, inside) }];
  }
}
