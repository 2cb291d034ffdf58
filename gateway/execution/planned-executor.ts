import { type ExecutionRequest, type ExecutionResult, isAsyncIterable, mapAsyncIterator } from '@graphql-tools/utils';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { inSpan } from '#platform/tracing/spans.js';
import { type AccessGate, accessGates, OPEN_GATE } from '../access/access-gate.js';
import type { AccessRules } from '../access/access-rules.js';
import { callerOf } from '../access/request-caller.js';
import type { SubgraphConnection } from '../subgraph-connection.js';
import { type Shape, shapeOf } from './answer-shape.js';
import { completeAnswer, type Nulls } from './complete-answer.js';
import { introspect, type SplitOperation, splitOperation } from './introspection.js';
import { liftCommonFields } from './lift-common-fields.js';
import { type Data, mergeData } from './merge-data.js';
import { permittedOperation } from './permitted-selections.js';
import type { Step } from './plan-steps.js';
import type { QueryPlans } from './query-plans.js';
import { callSubgraph, type Run, runStep } from './run-steps.js';
import { atClientPath, withSafeAliases } from './safe-aliases.js';
import { selectionMerger } from './selection-merger.js';

export interface PlannedParts {
  /** What clients may see. */
  readonly schema: GraphQLSchema;
  /** The same with everything that subgraphs share behind it. */
  readonly supergraph: GraphQLSchema;
  readonly plans: QueryPlans;
  readonly subgraphs: SubgraphConnection;
  readonly nulls: Nulls;
  /** Null where access control was declined: everything is open to everybody. */
  readonly rules: AccessRules | null;
}

type Answer = ExecutionResult<Data | null>;

/** An operation has one for each set of fields that is open to somebody, and who holds tokens chooses the sets. */
const MOST_GATES = 32;

/** What does not change from one request of an operation to the next, of callers to whom the same is open. */
interface Prepared extends SplitOperation {
  readonly shape: Shape;
  readonly steps: Map<string, Promise<Step>>;
}

/** Answers operations over all subgraphs. */
export function plannedExecutor({ schema, supergraph, plans, subgraphs, nulls, rules }: PlannedParts) {
  const merged = selectionMerger(schema);
  const gateOf = rules ? accessGates(rules) : () => OPEN_GATE;
  const prepared = new WeakMap<OperationDefinitionNode, Map<string, Prepared>>();

  return async (request: ExecutionRequest): Promise<Answer | AsyncIterable<Answer>> => {
    const { operation, variables, errors } = merged(request);
    if (errors) return { errors };
    const gate = gateOf(callerOf(request.context));
    const known = preparedFor(operation, gate);
    const run: Run = { schema: supergraph, subgraphs, request, variables, data: {}, errors: [] };
    if (operation.operation === 'subscription') return subscribe(known, run);
    if (known.planned) await runStep(await stepFor(known, known.planned), run);
    return answer(known, run);
  };

  /** Kept by what is open to the caller: nobody is answered by the plan of somebody who may more. */
  function preparedFor(operation: OperationDefinitionNode, gate: AccessGate): Prepared {
    const byGate = prepared.get(operation) ?? new Map<string, Prepared>();
    prepared.set(operation, byGate);
    const known = byGate.get(gate.key);
    if (known) return known;
    if (byGate.size >= MOST_GATES) byGate.clear();
    const made = prepare(operation, gate);
    byGate.set(gate.key, made);
    return made;
  }

  function prepare(operation: OperationDefinitionNode, gate: AccessGate): Prepared {
    const split = splitOperation(operation, (part) => withSafeAliases(supergraph, part));
    const planned = split.planned && permittedOperation(schema, split.planned, gate);
    return { ...split, planned, shape: shapeOf(schema, split.answered, gate), steps: new Map() };
  }

  /** Plans are kept, failures to plan are not. */
  function stepFor({ steps }: Prepared, planned: OperationDefinitionNode): Promise<Step> {
    const override = plans.override();
    const known = steps.get(override);
    if (known) return known;
    const step = inSpan('graphql.plan', {}, () => plans.plan(liftCommonFields(schema, planned), override));
    steps.set(override, step);
    step.catch(() => steps.delete(override));
    return step;
  }

  async function answer(known: Prepared, run: Run): Promise<Answer> {
    run.errors.splice(0, run.errors.length, ...run.errors.map(atClientPath));
    const data = completeAnswer(run.data, known.shape, run.errors, nulls);
    if (data && known.introspection) mergeData(data, await introspect(schema, known.introspection, run));
    const { errors } = run;
    if (errors.length === 0) return { data };
    return data === null && nulls === 'partial' ? { errors } : { data, errors };
  }

  async function subscribe(known: Prepared, run: Run): Promise<Answer | AsyncIterable<Answer>> {
    // Closed to its caller: there is nothing to follow, and the answer says why.
    if (!known.planned) return answer(known, run);
    const step = await stepFor(known, known.planned);
    const [first, ...rest] = step.kind === 'sequence' ? step.steps : [step];
    if (first?.kind !== 'root') throw new Error('a query plan of a subscription that does not begin with it');
    const events: unknown = await callSubgraph(first.fetch, run);
    if (!isAsyncIterable(events)) return events as Answer;
    const live = { subgraphs: subgraphs.live ?? subgraphs };
    return mapAsyncIterator(events as AsyncIterable<ExecutionResult<Data>>, async ({ data, errors = [] }) => {
      const event: Run = { ...run, ...live, data: data ?? {}, errors: errors.map(asGraphQLError) };
      if (data) for (const one of rest) await runStep(one, event);
      return answer(known, event);
    });
  }
}

/** Events of a stream come as plain JSON. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  const { message, path, extensions } = error;
  return error instanceof GraphQLError ? error : new GraphQLError(message, { path, extensions });
}
