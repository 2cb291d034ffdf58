import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { largestAnswer } from './answer-size.js';

/** 130,000 items were measured to hold up the gateway for seven seconds. */
const MOST_ITEMS = 50_000;

/** A hoax cluster holds the thread some 100 ms for each of its steps, and its mentions stay in memory until the answer is there. Three steps around the largest hub of 1.2 million edges (CED) took 2.7 s on Neo4j, most walks some milliseconds. */
const MOST_WALKS = 10;

/**
 * Refuses before they run: pages in pages in pages, since an answer is put together in memory, and walks under long lists.
 * Throws ANSWER_TOO_LARGE and TOO_MANY_WALKS.
 */
export function answerSizePlugin(): GatewayPlugin {
  return {
    onExecute: ({ args }) => mustBeSmall(args),
    // Each event is an answer.
    onSubscribe: ({ args }) => mustBeSmall(args),
  };
}

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variableValues?: Readonly<Record<string, unknown>> | null;
}

function mustBeSmall({ schema, document, operationName, variableValues }: Operation): void {
  const { items, walks } = largestAnswer({ schema, document, operationName, variables: variableValues ?? {} });
  if (items > MOST_ITEMS)
    throw new CodedError('ANSWER_TOO_LARGE', `the answer may hold ${items} items, and ${MOST_ITEMS} is the limit`, {
      at: 'first',
      hint: 'ask for smaller pages in the inner lists: pages in pages multiply',
    });
  if (walks > MOST_WALKS)
    throw new CodedError(
      'TOO_MANY_WALKS',
      `the request may ask for ${walks} walks or clusters, and ${MOST_WALKS} is the limit`,
      {
        at: 'spreadPath, neighbourhood, hoaxCluster, cluster',
        hint: 'ask for fewer of them at once; under a list, say by "first" how many items there are at most',
      },
    );
}
