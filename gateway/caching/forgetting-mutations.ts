import type { ExecutionRequest, Executor } from '@graphql-tools/utils';
import type { SubgraphConnection } from '../subgraph-connection.js';

/**
 * Forgets what is kept whenever a mutation goes to a subgraph, of all subgraphs, since each shows what others keep: before,
 * and again once it is answered or failed, so that nothing stays that was read meanwhile. Then others are told, and the
 * answer waits for that.
 */
export function forgettingMutations(
  subgraphs: SubgraphConnection,
  forget: () => void,
  tellOthers: () => Promise<void>,
): SubgraphConnection {
  return {
    ...subgraphs,
    executor: (name) => {
      const executor = subgraphs.executor(name);
      return ((request) =>
        request.operationType === 'mutation' ? change(executor, request) : executor(request)) as Executor;
    },
  };

  async function change(executor: Executor, request: ExecutionRequest): Promise<unknown> {
    forget();
    try {
      return await executor(request);
    } finally {
      forget();
      await tellOthers();
    }
  }
}
