import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { Caller } from '#domain/caller.js';
import type { PresentError } from './graphql-errors.js';
import type { OpenSubscriptions } from './open-subscriptions.js';
import { subscribeAfresh } from './subscribe-afresh.js';

const EVENT_STREAM = 'text/event-stream';

interface EventStreamParts {
  readonly schema: GraphQLSchema;
  createContext(caller: Caller): object;
  callerOf(request: IncomingMessage): Caller;
  readonly subscriptions: OpenSubscriptions;
  readonly present: PresentError;
}

interface CallerContext extends Record<PropertyKey, unknown> {
  readonly caller: Caller;
}

function callerIn({ contextValue }: { contextValue?: unknown }): Caller {
  return (contextValue as CallerContext).caller;
}

/**
 * Answers requests for event streams by the protocol of graphql-sse, each on a connection of its own; all else goes to
 * the next handler. Apollo's server knows no subscriptions.
 */
export function graphqlOverSse({
  schema,
  createContext,
  callerOf,
  subscriptions,
  present,
}: EventStreamParts): RequestHandler {
  const answer = createHandler<CallerContext>({
    schema,
    context: ({ raw }) => ({ caller: callerOf(raw) }),
    // No streams that several requests share.
    authenticate: () => null,
    execute: (args) => execute({ ...(args as ExecutionArgs), contextValue: createContext(callerIn(args)) }),
    subscribe: (args) =>
      subscriptions.keep(() => subscribeAfresh(args as ExecutionArgs, () => createContext(callerIn(args)))) as never,
    onNext: (_context, _request, { errors, ...rest }) =>
      errors && ({ ...rest, errors: errors.map(present) } as ExecutionResult<never>),
  });
  return (request: Request, response, next) => {
    if (request.headers.accept !== EVENT_STREAM) return next();
    answer(request, response).catch(next);
  };
}
