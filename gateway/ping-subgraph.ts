import { parse } from 'graphql';
import { NotTried, type Probe } from '#platform/readiness.js';
import type { SubgraphConnection } from './subgraph-connection.js';

const PING = parse('{ __typename }');

/** Asks a subgraph whether it answers. */
export function pingSubgraph(subgraphs: SubgraphConnection, name: string): Probe {
  return async () => {
    const result = await subgraphs.executor(name)({ document: PING });
    if ('data' in result && result.data) return;
    throw subgraphs.circuits?.()[name]?.isOpen ? new NotTried(name) : new Error(`${name} does not answer`);
  };
}
