import type { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { filterInternalFieldsAndTypes } from '@graphql-tools/federation';
import type { AccessRules } from '../access/access-rules.js';
import type { SubgraphConnection } from '../subgraph-connection.js';
import type { Nulls } from './complete-answer.js';
import { plannedExecutor } from './planned-executor.js';
import { queryPlans } from './query-plans.js';

type Handler = typeof unifiedGraphHandler;

interface HandlerParts {
  readonly subgraphs: SubgraphConnection;
  readonly nulls: Nulls;
  /** Null where access control was declined. */
  readonly rules: AccessRules | null;
}

/**
 * Makes the gateway runtime answer by the Rust planner and our own execution of its plans. The runtime's own
 * (router-runtime 1.4.23) doubles the items of lists that are selected twice, leaves nulls where the schema has none,
 * keeps the errors of one event of a subscription for the next, and a plan that failed for ever.
 */
export function plannedHandler({ subgraphs, nulls, rules }: HandlerParts): Handler {
  return async ({ unifiedGraph, getUnifiedGraphSDL }) => {
    const schema = filterInternalFieldsAndTypes(unifiedGraph);
    const plans = queryPlans(getUnifiedGraphSDL());
    return {
      unifiedGraph: schema,
      executor: plannedExecutor({ schema, supergraph: unifiedGraph, plans, subgraphs, nulls, rules }),
      getSubgraphSchema: (name: string) => {
        throw new Error(`nothing here asks for the schema of the subgraph "${name}"`);
      },
      overrideLabels: [],
    } as unknown as Awaited<ReturnType<Handler>>;
  };
}
