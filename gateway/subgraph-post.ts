import { createGraphQLError, type ExecutionRequest, type ExecutionResult, memoize1 } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLFormattedError, print, stripIgnoredCharacters } from 'graphql';
import { Pool } from 'undici';
import { notePolicy } from './caching/cache-policy.js';
import { policyOfHeaders } from './caching/policy-of-headers.js';
import type { OperationEnd } from './operation-end.js';
import { requestPatience } from './request-patience.js';

/** To one subgraph at a time; more requests wait for one of them, as many again: a subgraph that hangs would else gather all. */
const MOST_CONNECTIONS = 256;
const MOST_UNDER_WAY = 2 * MOST_CONNECTIONS;
/** However long a subgraph would keep an idle connection: it must not be the one that ends it. */
const LONGEST_IDLE_MS = 4000;
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
};

/** Why a subgraph gave no GraphQL answer, without what it said: that may hold what people wrote. */
export class NoAnswer extends Error {
  constructor(
    readonly kind: string,
    readonly code: string | undefined,
    readonly status: number | undefined,
  ) {
    super('no answer');
  }
}

export type SubgraphPost = (
  request: ExecutionRequest,
  headers: Record<string, string>,
  end: OperationEnd | undefined,
) => Promise<ExecutionResult>;

/**
 * Sends queries and mutations to an endpoint, over connections that are kept. An answer with errors is an answer, whatever its
 * status. Throws NoAnswer, or why the operation ended that asks.
 */
export function subgraphPost(endpoint: string): SubgraphPost {
  const { origin, pathname, search } = new URL(endpoint);
  const pool = new Pool(origin, { connections: MOST_CONNECTIONS, keepAliveMaxTimeout: LONGEST_IDLE_MS });
  let underWay = 0;
  return async ({ document, variables, operationName }, headers, end) => {
    if (underWay >= MOST_UNDER_WAY) throw new NoAnswer('TooManyWaiting', undefined, undefined);
    const content = JSON.stringify({ query: textOf(document), variables, operationName });
    let status: number | undefined;
    const patience = requestPatience(end);
    underWay += 1;
    try {
      const answer = await pool.request({
        method: 'POST',
        path: pathname + search,
        headers: { ...HEADERS, ...headers },
        body: content,
        signal: patience.signal,
      });
      status = answer.statusCode;
      const result = await answer.body.json();
      if (isResult(result))
        return notePolicy(asResult(result), status === 200 ? policyOfHeaders(answer.headers) : null);
    } catch (error) {
      if (patience.hasHungUp()) throw error;
      const { name, code } = error as NodeJS.ErrnoException;
      throw new NoAnswer(name, end?.reason ? 'ETIMEDOUT' : code, status);
    } finally {
      patience.over();
      underWay -= 1;
    }
    throw new NoAnswer('NoResult', undefined, status);
  };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

function isResult(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { data, errors } = value as Partial<Record<keyof Answer, unknown>>;
  if (errors === undefined || errors === null) return data !== undefined;
  return Array.isArray(errors) && errors.every((error) => typeof error?.message === 'string');
}

/** With errors as those that were made here: others are taken for faults of the gateway. */
function asResult({ errors, ...rest }: Answer): ExecutionResult {
  return { ...rest, ...(errors && { errors: errors.map((error) => createGraphQLError(error.message, error)) }) };
}

/** Of each document once: those of plans are asked again and again. */
const textOf = memoize1((document: DocumentNode) => stripIgnoredCharacters(print(document)));
