import type { Request, RequestHandler } from 'express';
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { PresentError } from './graphql-errors.js';
import type { OpenSubscriptions } from './open-subscriptions.js';
import { subscribeAfresh } from './subscribe-afresh.js';

const EVENT_STREAM = 'text/event-stream';

interface EventStreamParts {
  readonly schema: GraphQLSchema;
  createContext(): object;
  readonly subscriptions: OpenSubscriptions;
  readonly present: PresentError;
}

/**
 * Answers requests for event streams by the protocol of graphql-sse, each on a connection of its own; all else goes to
 * the next handler. Apollo's server knows no subscriptions.
 */
export function graphqlOverSse({ schema, createContext, subscriptions, present }: EventStreamParts): RequestHandler {
  const answer = createHandler<undefined>({
    schema,
    // No streams that several requests share.
    authenticate: () => null,
    execute: (args) => execute({ ...(args as Parameters<typeof execute>[0]), contextValue: createContext() }),
    subscribe: (args) =>
      subscriptions.keep(() => subscribeAfresh(args as Parameters<typeof execute>[0], createContext)) as never,
    onNext: (_context, _request, { errors, ...rest }) =>
      errors && ({ ...rest, errors: errors.map(present) } as ExecutionResult<never>),
  });
  return (request: Request, response, next) => {
    if (request.headers.accept !== EVENT_STREAM) return next();
    answer(request, response).catch(next);
  };
}
