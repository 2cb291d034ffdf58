import type { ExecutionRequest } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { mergeSelections } from './merge-selections.js';

/** A document has as many variants as its conditions have outcomes, and whoever asks chooses both. */
const MOST_VARIANTS = 16;

interface Known {
  /** Variables that decide what is left out. */
  readonly conditions: readonly string[];
  readonly variants: Map<string, OperationDefinitionNode>;
}

/** What a request asks for, or why it cannot be asked. */
export type Merged =
  | {
      readonly operation: OperationDefinitionNode;
      readonly variables: Record<string, unknown>;
      readonly errors?: never;
    }
  | { readonly operation?: never; readonly variables?: never; readonly errors: readonly GraphQLError[] };

/** Gives the same operation for the same request: plans are kept with it. */
export function selectionMerger(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Known>();
  return ({ document, operationName, variables: given }: ExecutionRequest): Merged => {
    const operation = getOperationAST(document, operationName);
    if (!operation)
      return { errors: [new GraphQLError('the document has no such operation, or several and none is named')] };
    // The rules of GraphQL's validation pass over operations that the schema does not have at all.
    if (!schema.getRootType(operation.operation)) return { errors: [unknownOperation(operation)] };
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...given });
    if (!coerced) return { errors: errors ?? [] };
    const { conditions, variants } = known.get(document) ?? learn(document);
    const key = JSON.stringify([operation.name?.value, conditions.map((name) => coerced[name])]);
    const same = variants.get(key);
    if (same) return { operation: same, variables: coerced };
    const variant = mergeSelections({ schema, operation, fragments: fragmentsOf(document), variables: coerced });
    if (variants.size >= MOST_VARIANTS) variants.clear();
    variants.set(key, variant);
    return { operation: variant, variables: coerced };
  };

  function learn(document: DocumentNode): Known {
    const entry = { conditions: conditionsOf(document), variants: new Map() };
    known.set(document, entry);
    return entry;
  }
}

function unknownOperation(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`the schema has no ${operation.operation}`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
}
