import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { inSpan } from '#platform/tracing/spans.js';
import { operationEndOf } from '../operation-end.js';
import type { SubgraphConnection } from '../subgraph-connection.js';
import { entityRequest } from './entity-request.js';
import { type Data, mergeData } from './merge-data.js';
import type { Step, SubgraphFetch } from './plan-steps.js';
import { rewrite } from './rewrites.js';

const CODE = /^[A-Z][A-Z_]{2,49}$/;

/** One operation under way: what is known so far, and what went wrong. */
export interface Run {
  /** The whole supergraph, with what clients may not see. */
  readonly schema: GraphQLSchema;
  readonly subgraphs: SubgraphConnection;
  readonly request: ExecutionRequest;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: Data;
  readonly errors: GraphQLError[];
}

/** A subgraph that fails costs its part of the answer: nothing here rejects. */
export async function runStep(step: Step, run: Run): Promise<void> {
  if (step.kind === 'sequence') for (const one of step.steps) await runStep(one, run);
  else if (step.kind === 'parallel') await Promise.all(step.steps.map((one) => runStep(one, run)));
  else if (step.kind === 'entities') await fetchEntities(step, run);
  else {
    const { data, errors = [] } = await answerTo(step.fetch, run);
    run.errors.push(...errors);
    if (!data) return;
    rewrite(run.schema, data, step.outputRewrites);
    mergeData(run.data, data);
  }
}

async function fetchEntities({ fetch, batches }: Extract<Step, { kind: 'entities' }>, run: Run): Promise<void> {
  const asked = batches.map((batch) => entityRequest(batch, run));
  if (asked.every(({ representations }) => representations.length === 0)) return;
  const variables: Data = {};
  for (const { variable, representations } of asked) variables[variable] = representations;
  const { data, errors = [] } = await answerTo(fetch, run, variables);
  if (errors.length > 0) run.errors.push(...asked.flatMap((one, i) => one.relocated(errors, i === 0)));
  for (const one of asked) one.merge(data?.[one.responseKey]);
}

/** The answer of a subgraph; what it throws becomes an error of the answer. */
async function answerTo(fetch: SubgraphFetch, run: Run, more?: Data): Promise<ExecutionResult<Data>> {
  try {
    return (await callSubgraph(fetch, run, more)) as ExecutionResult<Data>;
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { errors: [new GraphQLError(originalError.message, { originalError })] };
  }
}

/** What a subgraph says: an answer, or a stream of them to a subscription. */
export async function callSubgraph(fetch: SubgraphFetch, { subgraphs, request, variables }: Run, more?: Data) {
  const used: Data = { ...more };
  for (const name of fetch.variables) if (Object.hasOwn(variables, name)) used[name] = variables[name];
  const asked = {
    document: fetch.document,
    variables: used,
    operationType: fetch.operationType,
    operationName: fetch.operationName,
    context: request.context,
  };
  // A mutation that has begun goes on.
  const reason = operationEndOf(request.context)?.reason;
  if (reason && fetch.operationType === 'query') throw reason;
  const facts = { 'graphql.operation.type': fetch.operationType };
  const send = () => subgraphs.executor(fetch.subgraph)(asked);
  return inSpan(`subgraph ${fetch.subgraph}`, facts, send, { kind: 'client', failureOf });
}

/** Of an answer, the code of its first error: a subgraph that fails costs its part, and throws nothing. */
function failureOf(answer: unknown): string | undefined {
  const [error] = (answer as ExecutionResult | undefined)?.errors ?? [];
  if (!error) return undefined;
  const code = String(error.extensions?.code);
  // That of a subgraph of others may be anything.
  return CODE.test(code) ? code : 'OTHER';
}
