import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Data } from './merge-data.js';
import type { Run } from './run-steps.js';

/** An operation by who answers its parts. */
export interface SplitOperation {
  /** What is not introspection. */
  readonly answered: OperationDefinitionNode;
  /** The part of it that subgraphs are asked for; null where only names of types are left. */
  readonly planned: OperationDefinitionNode | null;
  /** What the gateway itself knows. */
  readonly introspection: DocumentNode | null;
}

/** What is done to the part of an operation that is not introspection. */
type Preparation = (operation: OperationDefinitionNode) => OperationDefinitionNode;

const INTROSPECTION = ['__schema', '__type'];

/** Of an operation whose selections are merged: its root selections are fields. */
export function splitOperation(operation: OperationDefinitionNode, prepared: Preparation): SplitOperation {
  const { selections } = operation.selectionSet;
  const own = selections.filter((one) => INTROSPECTION.includes(nameOf(one)));
  const rest = selections.filter((one) => !own.includes(one));
  const isAsked = rest.some((one) => nameOf(one) !== '__typename');
  const answered = prepared(selecting(operation, rest));
  return {
    answered,
    planned: isAsked ? answered : null,
    introspection: own.length > 0 ? { kind: Kind.DOCUMENT, definitions: [selecting(operation, own)] } : null,
  };
}

export async function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, errors }: Run,
): Promise<Data> {
  const result = await execute({ schema, document, variableValues: variables });
  errors.push(...(result.errors ?? []));
  return { ...result.data };
}

function selecting(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): OperationDefinitionNode {
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function nameOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? selection.name.value : '';
}
