import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionRequest } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
} from 'graphql';
import { mergeSelections } from './merge-selections.js';

/** A document has as many variants as its conditions have outcomes, and whoever asks chooses both. */
const MOST_VARIANTS = 16;

interface Known {
  /** Variables that decide what is left out. */
  readonly conditions: readonly string[];
  readonly variants: Map<string, DocumentNode>;
}

/**
 * The runtime with its Rust planner, asked with merged selections. Left alone, router-runtime (1.4.23) puts the items of
 * a list that is selected a second time behind the first ones, `{ nodes { id } nodes { kind } }` or `{ ...F nodes { id } }`,
 * since it merges two answers of one field without regard to their length (projectSelectionSet).
 */
export async function mergingHandler(
  options: Parameters<typeof unifiedGraphHandler>[0],
): ReturnType<typeof unifiedGraphHandler> {
  const { executor, ...handled } = await unifiedGraphHandler(options);
  if (!executor) throw new Error('the router runtime gives no executor');
  const merged = selectionMerger(handled.unifiedGraph);
  return { ...handled, executor: (request) => executor({ ...request, document: merged(request) }) };
}

/** Gives the same document for the same request: the runtime keeps its plan with the document. */
export function selectionMerger(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Known>();
  return ({ document, operationName, variables }: ExecutionRequest): DocumentNode => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return document;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
    // The runtime says what is wrong with them.
    if (!coerced) return document;
    const { conditions, variants } = known.get(document) ?? learn(document);
    const key = JSON.stringify([operationName, conditions.map((name) => coerced[name])]);
    const same = variants.get(key);
    if (same) return same;
    const variant = mergeSelections({ schema, operation, fragments: fragmentsOf(document), variables: coerced });
    if (variants.size >= MOST_VARIANTS) variants.clear();
    variants.set(key, variant);
    return variant;
  };

  function learn(document: DocumentNode): Known {
    const entry = { conditions: conditionsOf(document), variants: new Map() };
    known.set(document, entry);
    return entry;
  }
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
