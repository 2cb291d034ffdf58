import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import type { PresentError } from '#platform/graphql-errors.js';
import { refuseRequest } from '../refuse-request.js';
import type { Authenticate } from './authenticate.js';
import { type RequestAccess, UNCONTROLLED_ACCESS } from './request-caller.js';
import { senderOf } from './request-sender.js';

/** A GraphQL endpoint that is told who sends each request. */
export type ToldHandler = (request: IncomingMessage, response: ServerResponse, access: RequestAccess) => unknown;

/** Charges a request whose credential is not good to its address. Throws RATE_LIMITED where that has nothing left. */
export type ChargeInVain = (request: IncomingMessage) => Promise<void>;

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/**
 * Finds out who sends a request before anything of it is read. A credential that is not good refuses the request: to take
 * its sender for nobody would hide the fault. Without a credential the request goes on, and gets what is open to all.
 * Null for `authenticate`: access control was declined. `chargeInVain` is left out where nothing is limited.
 */
export function controlledHandler(
  handler: ToldHandler,
  authenticate: Authenticate | null,
  present: PresentError,
  chargeInVain?: ChargeInVain,
): RequestListener {
  if (authenticate === null) return (request, response) => void handler(request, response, UNCONTROLLED_ACCESS);
  return (request, response) => {
    senderOf(request, authenticate)
      .then(
        (access) => handler(request, response, access),
        async (error: unknown) => {
          if (isSenders(error)) await chargeInVain?.(request);
          throw error;
        },
      )
      .catch((error: unknown) => refuse(response, error, present));
  };
}

/** Whether a credential was not good, and not something of ours. */
function isSenders(error: unknown): boolean {
  return error instanceof CodedError && error.code in STATUS;
}

function refuse(response: ServerResponse, error: unknown, present: PresentError): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  const shown = present(new GraphQLError(cause.message, { originalError: cause }));
  refuseRequest(response, shown, cause instanceof CodedError ? (STATUS[cause.code] ?? 503) : 500);
}
