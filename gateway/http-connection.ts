import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import type { Executor } from '@graphql-tools/utils';
import { CodedError } from '#domain/errors/coded-error.js';
import type { SubgraphConnection } from './subgraph-connection.js';

const PATIENCE_MS = 30_000;

/** Subgraphs as services of their own, by name and address of their GraphQL endpoint. */
export function httpConnection(addresses: Readonly<Record<string, string>>): SubgraphConnection {
  const executors = new Map(
    Object.entries(addresses).map(([name, endpoint]) => [
      name,
      buildHTTPExecutor({ endpoint, method: 'POST', timeout: PATIENCE_MS }) as Executor,
    ]),
  );
  return {
    executor: (name) => {
      const executor = executors.get(name);
      if (!executor)
        throw new CodedError('BAD_CONFIGURATION', `no address is set for the subgraph "${name}"`, {
          at: 'SUBGRAPH_URLS',
        });
      return executor;
    },
  };
}
