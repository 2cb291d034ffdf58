import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import {
  type ExecutionRequest,
  type ExecutionResult,
  type Executor,
  isAsyncIterable,
  mapAsyncIterator,
} from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import { CodedError, type ErrorCode } from '#domain/errors/coded-error.js';
import type { SignInternalToken } from '#platform/internal-token/internal-token-signer.js';
import type { Logger } from '#platform/logger.js';
import { traceHeaders } from '#platform/tracing/spans.js';
import { callerOf } from './access/request-caller.js';
import { operationEndOf } from './operation-end.js';
import { requestIdOf } from './request-id.js';
import { NotAsked, SubgraphCircuit } from './subgraph-circuit.js';
import type { SubgraphConnection } from './subgraph-connection.js';
import { NoAnswer, subgraphPost } from './subgraph-post.js';

const UNAVAILABLE: ErrorCode = 'SUBGRAPH_UNAVAILABLE';
const REFUSED: ErrorCode = 'UNAUTHENTICATED';
/** Of a whole request, and of no field: codes that the HTTP executor gives when no GraphQL answer came. */
const NO_ANSWER: readonly unknown[] = [
  'SUBREQUEST_HTTP_ERROR',
  'RESPONSE_VALIDATION_FAILED',
  // It does not know us: to the client, who shows us another credential, that is no matter of theirs.
  REFUSED,
];

/**
 * Subgraphs as services of their own, by name and address of their GraphQL endpoint. One that gives no answer costs its
 * part of an answer, as SUBGRAPH_UNAVAILABLE; the log says why. One that gives none again and again is left alone for some
 * seconds. `sign` makes the token that each request carries; null where
 * subgraphs ask for none.
 */
export function httpConnection(
  addresses: Readonly<Record<string, string>>,
  log: Logger,
  sign: SignInternalToken | null,
): SubgraphConnection {
  const circuits = new Map(Object.keys(addresses).map((name) => [name, new SubgraphCircuit(name, log)]));
  const executors = new Map(
    Object.entries(addresses).map(([name, endpoint]) => [
      name,
      executorOf({ name, endpoint, log, sign, circuit: circuits.get(name)! }),
    ]),
  );
  return {
    executor: (name) => {
      const executor = executors.get(name);
      if (!executor)
        throw new CodedError('BAD_CONFIGURATION', `no address is set for the subgraph "${name}"`, {
          at: 'SUBGRAPH_URLS',
        });
      return executor;
    },
    circuits: () => Object.fromEntries([...circuits].map(([name, { state }]) => [name, state])),
  };
}

interface HttpSubgraph {
  readonly name: string;
  readonly endpoint: string;
  readonly log: Logger;
  readonly sign: SignInternalToken | null;
  readonly circuit: SubgraphCircuit;
}

function executorOf({ name, endpoint, log, sign, circuit }: HttpSubgraph): Executor {
  const post = subgraphPost(endpoint);
  return async (request) => {
    try {
      const { operationType } = request;
      const answer = circuit.ask(
        (isProbe) => send(request, isProbe),
        operationType === 'query',
        operationType !== 'subscription',
      );
      return (await answer) as never;
    } catch (error) {
      if (error instanceof NotAsked) return { errors: [unavailable(name, error)] } as never;
      if (!(error instanceof NoAnswer)) throw error;
      const { kind, code, status } = error;
      log.warn({ subgraph: name, kind, code, status }, 'a subgraph gives no answer');
      return { errors: [unavailable(name)] } as never;
    }
  };

  async function send(request: ExecutionRequest, isProbe: boolean) {
    const requestId = requestIdOf(request.context);
    const headers: Record<string, string> = {
      ...traceHeaders(),
      ...(requestId !== null && { 'x-request-id': requestId }),
      // A new token each time: a subgraph takes none twice.
      ...(sign && { authorization: `Bearer ${sign(name, callerOf(request.context))}` }),
    };
    if (request.operationType === 'subscription') return subscribed(request, headers);
    // A mutation that was sent is waited for, and so is what tells whether the subgraph answers again.
    const isEnded = request.operationType === 'query' && !isProbe;
    return answered(await post(request, headers, isEnded ? operationEndOf(request.context) : undefined));
  }

  /** By an executor of its own: one keeps a listener for each request that it ever had. */
  async function subscribed(
    request: ExecutionRequest,
    headers: Record<string, string>,
  ): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
    const subscribe = buildHTTPExecutor({ endpoint, method: 'POST', headers });
    const events = (await (subscribe as Executor)(request)) as ExecutionResult | AsyncIterable<ExecutionResult>;
    if (!isAsyncIterable(events)) return answered(events);
    // A stream that ends before its first event was asked for is not read, and only this closes its connection.
    return mapAsyncIterator(events, asEvent, undefined, () => void subscribe[Symbol.asyncDispose]());
  }

  /** A connection that broke comes as a last event, with an error that the subgraph did not send. */
  function asEvent(event: ExecutionResult): ExecutionResult {
    const broken = event.errors?.find((error) => error instanceof GraphQLError && error.originalError);
    if (!broken) return event;
    const { name: kind, code } = broken.originalError as NodeJS.ErrnoException;
    log.warn({ subgraph: name, kind, code }, 'a subgraph broke off a subscription');
    return { errors: [unavailable(name)] };
  }
}

/** Throws NoAnswer for a result that is none, without what it held: that may be what people wrote. */
function answered(result: ExecutionResult): ExecutionResult {
  const fault = result.errors?.find(({ path, extensions }) => !path && NO_ANSWER.includes(extensions?.code));
  if (!fault || result.data) return result;
  const { response, code: said } = fault.extensions as { response?: { status?: number }; code?: string };
  const { name: kind = 'NoResult', code = said } = (fault.originalError ?? {}) as NodeJS.ErrnoException;
  throw new NoAnswer(kind, code, response?.status);
}

function unavailable(name: string, refusal?: NotAsked): GraphQLError {
  const when = refusal
    ? `try again in ${refusal.seconds} s: it gave no answers, and is not asked until then`
    : 'try again';
  const hint = `${when}; /ready says which parts answer. What the subgraph "${name}" knows is null until then`;
  return new GraphQLError(`the subgraph "${name}" does not answer`, {
    extensions: { code: UNAVAILABLE, at: name, hint },
  });
}
