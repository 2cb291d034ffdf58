import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { type DocumentNode, type OperationTypeNode, parse } from 'graphql';

/** One request to one subgraph. */
export interface SubgraphFetch {
  readonly subgraph: string;
  readonly document: DocumentNode;
  readonly operationType: OperationTypeNode;
  readonly operationName: string | undefined;
  /** The variables of the client's operation that it uses. */
  readonly variables: readonly string[];
}

/** Entities of the same kind, wherever they stand in the answer, and what of them must be sent along. */
export interface EntityBatch {
  /** Where the fetched entities stand in the subgraph's answer. */
  readonly responseKey: string;
  /** The variable that the representations go into. */
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly FetchRewrite[];
  readonly outputRewrites: readonly FetchRewrite[];
}

/** A query plan with everything parsed that does not change from request to request. */
export type Step =
  | { readonly kind: 'sequence'; readonly steps: readonly Step[] }
  | { readonly kind: 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'root'; readonly fetch: SubgraphFetch; readonly outputRewrites: readonly FetchRewrite[] }
  | { readonly kind: 'entities'; readonly fetch: SubgraphFetch; readonly batches: readonly EntityBatch[] };

/** Throws for a plan of a shape that the planner is not known to make: better no answer than a wrong one. */
export function stepOf(node: PlanNode, operationType: OperationTypeNode): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => stepOf(one, operationType)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((one) => stepOf(one, operationType)) };
    case 'Subscription':
      return stepOf({ ...node.primary, kind: 'Fetch' }, operationType);
    case 'Fetch':
      return { kind: 'root', fetch: fetchOf(node, operationType), outputRewrites: node.outputRewrites ?? [] };
    case 'BatchFetch':
      return { kind: 'entities', fetch: fetchOf(node, operationType), batches: batchesOf(node) };
    case 'Flatten':
      if (node.node.kind === 'Fetch' && node.node.requires) return entityStep(node.node, node.path, operationType);
  }
  throw new Error(`a query plan with an unknown step: ${node.kind}`);
}

function entityStep(node: FetchNode, path: readonly FlattenNodePathSegment[], operationType: OperationTypeNode): Step {
  const batch: EntityBatch = {
    responseKey: '_entities',
    variable: 'representations',
    paths: [path],
    requires: node.requires ?? [],
    inputRewrites: node.inputRewrites ?? [],
    outputRewrites: node.outputRewrites ?? [],
  };
  return { kind: 'entities', fetch: fetchOf(node, operationType), batches: [batch] };
}

function batchesOf({ entityBatch }: BatchFetchNode): EntityBatch[] {
  return entityBatch.aliases.map((batch) => ({
    responseKey: batch.alias,
    variable: batch.representationsVariableName,
    paths: batch.paths,
    requires: batch.requires,
    inputRewrites: batch.inputRewrites ?? [],
    outputRewrites: batch.outputRewrites ?? [],
  }));
}

function fetchOf(node: FetchNode | BatchFetchNode, operationType: OperationTypeNode): SubgraphFetch {
  return {
    subgraph: node.serviceName,
    document: parse(node.operation, { noLocation: true }),
    operationType: (node.operationKind ?? operationType) as OperationTypeNode,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
  };
}
