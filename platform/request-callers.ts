import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { ANYONE, type Caller, UNCONTROLLED } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { PresentError } from './graphql-errors.js';
import type { VerifyInternalToken } from './internal-token/internal-token-verifier.js';

interface RequestCallers {
  /** Refuses what does not come from the gateway, before its body is read. */
  readonly admit: RequestHandler;
  callerOf(request: IncomingMessage): Caller;
}

/** For whom the gateway asks a subgraph. Null for `verify`: no key is set, and everybody is answered. */
export function requestCallers(verify: VerifyInternalToken | null, present: PresentError): RequestCallers {
  const callers = new WeakMap<IncomingMessage, Caller>();
  return {
    admit: (request, response, next) => {
      try {
        callers.set(request, verify === null ? uncontrolled(request) : verify(request.headers.authorization));
        next();
      } catch (error) {
        const originalError = error as Error;
        const shown = present(new GraphQLError(originalError.message, { originalError }));
        response
          .status(401)
          .set({ connection: 'close' })
          .json({ errors: [shown] });
      }
    },
    callerOf: (request) => callers.get(request) ?? ANYONE,
  };
}

/** A gateway that names its callers counts on each subgraph to part its rows: one without the key would show all of them. */
function uncontrolled({ headers }: IncomingMessage): Caller {
  if (headers.authorization === undefined) return UNCONTROLLED;
  throw new CodedError('UNAUTHENTICATED', 'this subgraph cannot tell for whom it is asked', {
    at: 'INTERNAL_PUBLIC_KEY_FILE',
    hint: 'give the subgraph the public key of the gateway that names its callers',
  });
}
