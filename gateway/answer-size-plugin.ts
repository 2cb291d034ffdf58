import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { CodedError } from '#domain/errors/coded-error.js';
import { largestAnswer } from './answer-size.js';

/** 130,000 items were measured to hold up the gateway for seven seconds. */
const MOST_ITEMS = 50_000;

/** Refuses pages in pages in pages before they run: an answer is put together in memory. Throws ANSWER_TOO_LARGE. */
export function answerSizePlugin(): GatewayPlugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues } }) {
      const items = largestAnswer({ schema, document, operationName, variables: variableValues ?? {} });
      if (items > MOST_ITEMS)
        throw new CodedError('ANSWER_TOO_LARGE', `the answer may hold ${items} items, and ${MOST_ITEMS} is the limit`, {
          at: 'first',
          hint: 'ask for smaller pages in the inner lists: pages in pages multiply',
        });
    },
  };
}
