import { isAsyncIterable, mapAsyncIterator } from '@graphql-tools/utils';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

/** What a subscription comes to: a stream of answers, or one answer that says why there is none. */
export type Subscribed = AsyncIterable<ExecutionResult> | ExecutionResult;

/**
 * Subscribes as GraphQL does, but resolves each event in a context of its own: loaders keep what they read for as long as
 * their context lives, and every event would show the state of the first.
 */
export async function subscribeAfresh(
  args: Omit<ExecutionArgs, 'contextValue'>,
  createContext: () => object,
): Promise<Subscribed> {
  const events = await createSourceEventStream({ ...args, contextValue: createContext() });
  if (!isAsyncIterable(events)) return events;
  return mapAsyncIterator(events, (rootValue) => execute({ ...args, rootValue, contextValue: createContext() }));
}
