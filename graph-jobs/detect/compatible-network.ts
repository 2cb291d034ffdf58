import type { ActionColumns } from '#domain/action.js';
import type { CoActionEdges } from '#domain/detection.js';
import { countPairs } from './count-pairs.js';
import { type Sweep, sweepOf } from './participation.js';
import { sortActions } from './sort-actions.js';

export interface NetworkParameters {
  readonly windowSeconds: number;
  readonly minParticipation: number;
  readonly minWeight: number;
}

/** New codes for the accounts that are marked, 0 upwards without gaps; edges then come in the order of these. */
export type RankAccounts = (marked: Uint8Array) => { readonly rank: Uint32Array; readonly count: number };

/**
 * The compatible network of actions in any order, between account codes, or between the ranks that `rankAccounts` gives
 * the accounts with any neighbour in time: fewer accounts to tally, and no edge to sort afterwards. Definitions and
 * papers: docs/methods/co-action.md.
 */
export function compatibleNetwork(
  actions: ActionColumns,
  parameters: NetworkParameters,
  rankAccounts?: RankAccounts,
): CoActionEdges {
  const sorted = sortActions(actions);
  const sweep = sweepOf(sorted, sorted.account, parameters.windowSeconds * 1000, parameters.minParticipation);
  const { minWeight } = parameters;
  return countPairs(rankAccounts === undefined ? sweep : ranked(sweep, rankAccounts), { minWeight });
}

function ranked(sweep: Sweep, rankAccounts: RankAccounts): Sweep {
  const { actions, windowStart } = sweep;
  const marked = new Uint8Array(actions.accountCount);
  for (let row = 1; row < actions.length; row++) {
    if (windowStart[row] === row) continue;
    marked[actions.account[row]!] = 1;
    marked[actions.account[row - 1]!] = 1;
  }
  const { rank, count } = rankAccounts(marked);
  const account = new Uint32Array(actions.length);
  for (let row = 0; row < actions.length; row++) {
    const code = actions.account[row]!;
    // Accounts without a neighbour are in no pair: one code does for all of them.
    account[row] = marked[code] === 1 ? rank[code]! : count;
  }
  return { ...sweep, actions: { ...actions, account, accountCount: count + 1 } };
}
