import type { ActionColumns } from '#domain/action.js';
import type { CoActionEdges } from '#domain/detection.js';
import { countPairs } from './count-pairs.js';
import { sweepOf } from './participation.js';
import { sortActions } from './sort-actions.js';

export interface NetworkParameters {
  readonly windowSeconds: number;
  readonly minParticipation: number;
  readonly minWeight: number;
}

/** The compatible network of actions in any order, between their account codes. See docs/methods/co-action.md. */
export function compatibleNetwork(actions: ActionColumns, parameters: NetworkParameters): CoActionEdges {
  const sorted = sortActions(actions);
  const sweep = sweepOf(sorted, sorted.account, parameters.windowSeconds * 1000, parameters.minParticipation);
  return countPairs(sweep, parameters.minWeight);
}
