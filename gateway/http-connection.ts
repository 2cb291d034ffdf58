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
import { callerOf } from './access/request-caller.js';
import type { SubgraphConnection } from './subgraph-connection.js';

const PATIENCE_MS = 30_000;
const UNAVAILABLE: ErrorCode = 'SUBGRAPH_UNAVAILABLE';
const REFUSED: ErrorCode = 'UNAUTHENTICATED';
/** Codes that the HTTP executor gives when no GraphQL answer came; a subgraph presents its own errors and never uses them. */
const NO_ANSWER: readonly unknown[] = [
  'SUBREQUEST_HTTP_ERROR',
  'RESPONSE_VALIDATION_FAILED',
  // It does not know us: to the client, who shows us another credential, that is no matter of theirs.
  REFUSED,
];

/**
 * Subgraphs as services of their own, by name and address of their GraphQL endpoint. One that gives no answer costs its
 * part of an answer, as SUBGRAPH_UNAVAILABLE; the log says why. `sign` makes the token that each request carries; null where
 * subgraphs ask for none.
 */
export function httpConnection(
  addresses: Readonly<Record<string, string>>,
  log: Logger,
  sign: SignInternalToken | null,
): SubgraphConnection {
  const executors = new Map(
    Object.entries(addresses).map(([name, endpoint]) => [name, executorOf({ name, endpoint, log, sign })]),
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
  };
}

interface HttpSubgraph {
  readonly name: string;
  readonly endpoint: string;
  readonly log: Logger;
  readonly sign: SignInternalToken | null;
}

function executorOf({ name, endpoint, log, sign }: HttpSubgraph): Executor {
  const execute = buildHTTPExecutor({
    endpoint,
    method: 'POST',
    // A subscription is silent until something happens.
    timeout: ({ operationType }) => (operationType === 'subscription' ? 0 : PATIENCE_MS),
    // One client that hangs up would else end the same request of another.
    deduplicateInflightRequests: false,
  }) as Executor;
  return async (request) => {
    const result = (await execute(signed(request))) as ExecutionResult | AsyncIterable<ExecutionResult>;
    if (isAsyncIterable(result)) return mapAsyncIterator(result, asEvent) as never;
    const fault = result.errors?.find(({ extensions }) => NO_ANSWER.includes(extensions?.code));
    if (!fault) return result as never;
    // Neither message nor body: a broken answer may hold what people wrote.
    const { response, code: said } = fault.extensions as { response?: { status?: number }; code?: string };
    const { name: kind, code } = (fault.originalError ?? {}) as NodeJS.ErrnoException;
    log.warn({ subgraph: name, kind, code: code ?? said, status: response?.status }, 'a subgraph gives no answer');
    return { errors: [unavailable(name)] } as never;
  };

  function signed(request: ExecutionRequest): ExecutionRequest {
    if (sign === null) return request;
    const headers = { authorization: `Bearer ${sign(name, callerOf(request.context))}` };
    return { ...request, extensions: { ...request.extensions, headers } };
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

function unavailable(name: string): GraphQLError {
  const hint = `try again; /ready says which parts answer. What the subgraph "${name}" knows is null until then`;
  return new GraphQLError(`the subgraph "${name}" does not answer`, {
    extensions: { code: UNAVAILABLE, at: name, hint },
  });
}
