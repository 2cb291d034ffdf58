import type { ServerResponse } from 'node:http';
import { isAsyncIterable, mapAsyncIterator } from '@graphql-tools/utils';
import type { DocumentNode, ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Subscribed } from '#platform/subscribe-afresh.js';
import type { Charge } from '../rate/rated-handler.js';
import type { CostWeights } from './cost-weights.js';
import { type OperationCost, operationCost } from './operation-cost.js';
import { areMoreValues } from './variable-values.js';

/** A filter by 100,000 platforms held up the hub for 600 ms; no honest one names more than some hundred. */
const MOST_VALUES = 1000;

/** The header of an answer that says what its operation cost; refused ones say it too. */
export const COST_HEADER = 'x-operation-cost';

interface CostPluginParts {
  readonly weights: CostWeights;
  /** Points that an operation may cost. */
  readonly limit: number;
  /** Hears what each operation costs. */
  readonly onCost: (points: number) => void;
}

/**
 * Weighs each operation before it runs, and refuses what may cost more than the limit: an answer is put together in memory.
 * What may run is paid for by who asks. Throws OPERATION_TOO_COSTLY and RATE_LIMITED.
 */
export function costPlugin({ weights, limit, onCost }: CostPluginParts): Plugin {
  const known = new WeakMap<DocumentNode, Map<string, OperationCost>>();
  return {
    onExecute: ({ args }) => {
      const { points, charge } = weigh(args);
      return charge?.pay(points);
    },
    onSubscribe: ({ args, subscribeFn, setSubscribeFn }) => {
      const { points, charge } = weigh(args);
      if (!charge) return;
      // Each event is an answer. Within what keeps the stream, which ends it with an event that says why.
      setSubscribeFn(async (given) => paidFor((await subscribeFn(given)) as Subscribed, () => charge.payEvent(points)));
      return charge.pay(points);
    },
  };

  function weigh(args: ExecutionArgs): { readonly points: number; readonly charge?: Charge | undefined } {
    const variables = args.variableValues ?? {};
    if (areMoreValues(variables, MOST_VALUES)) throw tooManyValues();
    const operation = costOf(args);
    const points = operation.of(variables);
    onCost(points);
    const { res, charge } = args.contextValue as { res?: ServerResponse; charge?: Charge };
    if (res && !res.headersSent) res.setHeader(COST_HEADER, points);
    if (points > limit) throw tooCostly(points, limit, operation.dearest(variables));
    return { points, charge };
  }

  /** What does not change from one request of a document to the next is found once. */
  function costOf({ schema, document, operationName }: ExecutionArgs): OperationCost {
    const ofDocument = known.get(document) ?? new Map<string, OperationCost>();
    known.set(document, ofDocument);
    const name = operationName ?? '';
    const made = ofDocument.get(name) ?? operationCost({ schema, weights, document, operationName });
    ofDocument.set(name, made);
    return made;
  }
}

function paidFor(subscribed: Subscribed, pay: () => Promise<void>): Subscribed {
  if (!isAsyncIterable(subscribed)) return subscribed;
  return mapAsyncIterator(subscribed, async (event) => {
    await pay();
    return event;
  });
}

function tooCostly(points: number, limit: number, { path, cost }: { path: string; cost: number }): CodedError {
  return new CodedError(
    'OPERATION_TOO_COSTLY',
    `the operation may cost ${points} points, and ${limit} is the limit; ${cost} of them are in ${path}`,
    {
      at: path,
      hint: 'ask for smaller pages, in the inner lists above all: pages in pages multiply (docs/gateway.md#cost)',
    },
  );
}

function tooManyValues(): CodedError {
  return new CodedError('OPERATION_TOO_COSTLY', `the variables hold more than ${MOST_VALUES} values`, {
    at: 'variables',
    hint: 'give shorter lists, in several requests',
  });
}
