import type { ActionColumns } from '#domain/action.js';
import { pairsInCrowds } from '../count-in-crowds.js';
import { type Sweep, sweepOf } from '../participation.js';
import { type RowsByAccount, rowsByAccount } from '../rows-by-account.js';
import { sortActions } from '../sort-actions.js';

/** Weights of pairs of accounts on crowded objects, of whose actions these are. Counted for whoever asks, never held. */
export class CrowdWeights {
  readonly #sweep: Sweep;
  readonly #rows: RowsByAccount;

  constructor(actions: ActionColumns, windowMs: number) {
    const sorted = sortActions(actions);
    this.#sweep = sweepOf(sorted, sorted.account, windowMs, 1, Number.POSITIVE_INFINITY);
    this.#rows = rowsByAccount(sorted);
  }

  between(from: number, to: number): number {
    const { accountCount } = this.#sweep.actions;
    return Math.max(from, to) < accountCount ? pairsInCrowds(this.#sweep, this.#rows, from, to) : 0;
  }
}
