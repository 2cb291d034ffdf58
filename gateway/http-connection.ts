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
import { requestIdOf } from './request-id.js';
import type { SubgraphConnection } from './subgraph-connection.js';
import { NoAnswer, subgraphPost } from './subgraph-post.js';

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
  const post = subgraphPost(endpoint);
  return async (request) => {
    const requestId = requestIdOf(request.context);
    const headers: Record<string, string> = {
      ...(requestId !== null && { 'x-request-id': requestId }),
      ...(sign && { authorization: `Bearer ${sign(name, callerOf(request.context))}` }),
    };
    try {
      if (request.operationType === 'subscription') return (await subscribed(request, headers)) as never;
      return answered(await post(request, headers)) as never;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const { kind, code, status } = error;
      log.warn({ subgraph: name, kind, code, status }, 'a subgraph gives no answer');
      return { errors: [unavailable(name)] } as never;
    }
  };

  /** By an executor of its own: one keeps a listener for each request that it ever had. */
  async function subscribed(
    request: ExecutionRequest,
    headers: Record<string, string>,
  ): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
    const subscribe = buildHTTPExecutor({ endpoint, method: 'POST', headers }) as Executor;
    const events = (await subscribe(request)) as ExecutionResult | AsyncIterable<ExecutionResult>;
    return isAsyncIterable(events) ? mapAsyncIterator(events, asEvent) : answered(events);
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
  const fault = result.errors?.find(({ extensions }) => NO_ANSWER.includes(extensions?.code));
  if (!fault) return result;
  const { response, code: said } = fault.extensions as { response?: { status?: number }; code?: string };
  const { name: kind = 'NoResult', code = said } = (fault.originalError ?? {}) as NodeJS.ErrnoException;
  throw new NoAnswer(kind, code, response?.status);
}

function unavailable(name: string): GraphQLError {
  const hint = `try again; /ready says which parts answer. What the subgraph "${name}" knows is null until then`;
  return new GraphQLError(`the subgraph "${name}" does not answer`, {
    extensions: { code: UNAVAILABLE, at: name, hint },
  });
}
