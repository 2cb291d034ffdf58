import type { ActionColumns } from '#domain/action.js';
import type { SortedActions } from '#domain/detection.js';
import { countPairs } from './count-pairs.js';
import type { EdgeSink } from './edge-sink.js';
import { type Sweep, sweepOf } from './participation.js';
import { sortActions, sortActionsInPlace } from './sort-actions.js';

export interface NetworkParameters {
  readonly windowSeconds: number;
  readonly minParticipation: number;
  readonly minWeight: number;
  /** Pairs of actions that make an object a crowd; see crowded-objects.ts. */
  readonly mostPairsOnObject?: number;
}

/** New codes for the accounts that are marked, 0 upwards without gaps, above `count` for the others. */
export interface RankedAccounts {
  readonly rank: Uint32Array;
  readonly count: number;
  /** Gives what takes the edges between these codes; the actions of `sweep` are by them. */
  open(sweep: Sweep): EdgeSink;
}

/** The compatible network of actions in any order, between account codes. Definitions and papers: docs/methods/co-action.md. */
export function compatibleNetwork(actions: ActionColumns, parameters: NetworkParameters, sink: EdgeSink): void {
  countPairs(sweepIn(sortActions(actions), parameters), parameters, sink);
}

/**
 * The same between the ranks that `rankAccounts` gives the accounts with any neighbour in time: fewer accounts to tally,
 * and no edge to sort afterwards. Puts the rows of `actions` in order.
 */
export function rankedNetwork(
  actions: ActionColumns,
  parameters: NetworkParameters,
  rankAccounts: (marked: Uint8Array) => RankedAccounts,
): void {
  const sweep = sweepIn(sortActionsInPlace(actions), parameters);
  const ranking = rankAccounts(accountsWithNeighbour(sweep));
  const byRank = ranked(sweep, ranking);
  countPairs(byRank, parameters, ranking.open(byRank));
}

function sweepIn(sorted: SortedActions, parameters: NetworkParameters): Sweep {
  const { windowSeconds, minParticipation, mostPairsOnObject } = parameters;
  return sweepOf(sorted, sorted.account, windowSeconds * 1000, minParticipation, mostPairsOnObject);
}

function accountsWithNeighbour({ actions, windowStart }: Sweep): Uint8Array {
  const marked = new Uint8Array(actions.accountCount);
  for (let row = 1; row < actions.length; row++) {
    if (windowStart[row] === row) continue;
    marked[actions.account[row]!] = 1;
    marked[actions.account[row - 1]!] = 1;
  }
  return marked;
}

/** Accounts without a neighbour are in no pair: the rank after the last does for all of them. */
function ranked(sweep: Sweep, { rank, count }: RankedAccounts): Sweep {
  const { actions } = sweep;
  const account = new Uint32Array(actions.length);
  for (let row = 0; row < actions.length; row++) account[row] = Math.min(rank[actions.account[row]!]!, count);
  return { ...sweep, actions: { ...actions, account, accountCount: count + 1 } };
}
