import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { CodedError, ERROR_CODES, type ErrorCode } from '#domain/errors/coded-error.js';
import type { Logger } from './logger.js';

export const INTERNAL = 'INTERNAL_SERVER_ERROR';

// Codes that GraphQL servers give to faults of the request itself: their messages tell a caller what to mend.
const REQUEST_CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'OPERATION_RESOLUTION_FAILURE',
];
const SHOWN: ReadonlySet<unknown> = new Set([...ERROR_CODES, ...REQUEST_CODES, INTERNAL]);

/** Faults that an operator mends: the place is a path or a setting of this machine, for the log and not for callers. */
const OPERATORS: readonly ErrorCode[] = [
  'AUDIT_BROKEN',
  'AUDIT_UNAVAILABLE',
  'BAD_CONFIGURATION',
  'STORE_UNAVAILABLE',
  'STORE_TOO_NEW',
];

/** Turns whatever went wrong into what a caller may see; unknown faults are logged and masked. */
export type PresentError = (error: unknown) => GraphQLError;

/**
 * Coded errors show with code, place and hint, faults of the request as they are; of anything else a caller sees a
 * reference under which the log has the rest. `onError` hears the code of each.
 */
export function errorPresenter(log: Logger, onError: (code: string) => void = () => undefined): PresentError {
  return (error) => {
    const shown = coded(error, log) ?? asked(error) ?? masked(error, log);
    onError(String(shown.extensions.code));
    return shown;
  };
}

function coded(error: unknown, log: Logger): GraphQLError | null {
  const cause = causeOf(error);
  if (!(cause instanceof CodedError)) return null;
  const { code, hint, retryAfterSeconds: wait } = cause;
  const isOperators = OPERATORS.includes(code);
  if (isOperators) log.error({ err: cause, path: pathOf(error) }, 'a request met a fault of this installation');
  const at = isOperators ? undefined : cause.at;
  return new GraphQLError(cause.message, {
    path: pathOf(error),
    extensions: {
      code,
      ...(at !== undefined && { at }),
      ...(hint !== undefined && { hint }),
      // `http` is for the server, which sends it as status and header, and not on to the client.
      ...(wait !== undefined && {
        retryAfterSeconds: wait,
        http: { status: 429, headers: { 'retry-after': String(wait) } },
      }),
    },
  });
}

/** A fault of the request, found by GraphQL itself, or an error that a service behind this one has presented already. */
function asked(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError) || !(causeOf(error) instanceof GraphQLError)) return null;
  const { code = 'BAD_USER_INPUT', at, hint, reference, retryAfterSeconds } = error.extensions;
  if (!SHOWN.has(code) || (code === INTERNAL && reference === undefined)) return null;
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: JSON.parse(JSON.stringify({ code, at, hint, reference, retryAfterSeconds })),
  });
}

function masked(error: unknown, log: Logger): GraphQLError {
  const reference = randomUUID();
  log.error({ reference, err: causeOf(error), path: pathOf(error) }, 'an unforeseen fault');
  return new GraphQLError('Something went wrong in the hub; its log tells more under this reference', {
    path: pathOf(error),
    extensions: { code: INTERNAL, reference },
  });
}

/** What a resolver threw, under the wrappings that GraphQL puts around it. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function pathOf(error: unknown): GraphQLError['path'] {
  return error instanceof GraphQLError ? error.path : undefined;
}
