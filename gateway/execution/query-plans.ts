import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type OperationDefinitionNode, print } from 'graphql';
import { type Step, stepOf } from './plan-steps.js';

/** Plans operations; the Rust planner works beside this thread. */
export interface QueryPlans {
  /** How far a progressive override has come for one request: such requests have plans of their own. */
  override(): string;
  plan(operation: OperationDefinitionNode, override: string): Promise<Step>;
}

/** Throws with the planner's reason for an SDL that is no supergraph. */
export function queryPlans(supergraph: string): QueryPlans {
  const planner = new QueryPlanner(supergraph);
  const { overridePercentages } = planner;
  return {
    override: () => (overridePercentages.length === 0 ? '100' : String(Math.random() * 100)),
    plan: async (operation, override) => {
      const plan = await planner.planAsync(print(operation), null, new Set(), Number(override));
      if (!plan.node) throw new Error('a query plan without steps');
      return stepOf(plan.node, operation.operation);
    },
  };
}
