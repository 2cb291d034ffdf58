import type { ActionColumns } from '#domain/action.js';
import { pairsInCrowds } from '../count-in-crowds.js';
import { type PairColumns, pairColumns, ROW } from '../pair-columns.js';
import { sweepOf } from '../participation.js';
import { type RowsByAccount, rowsByAccount } from '../rows-by-account.js';
import { sortActions } from '../sort-actions.js';

/** Weights of pairs of accounts on crowded objects, of whose actions these are. Counted for whoever asks, never held. */
export class CrowdWeights {
  readonly #pairs: PairColumns;
  readonly #rows: RowsByAccount;

  constructor(actions: ActionColumns, windowMs: number) {
    const sorted = sortActions(actions);
    this.#pairs = pairColumns(sweepOf(sorted, sorted.account, windowMs, 1, Number.POSITIVE_INFINITY));
    this.#rows = rowsByAccount(this.#pairs.packed, this.#pairs.accountCount, undefined, ROW);
  }

  between(from: number, to: number): number {
    return Math.max(from, to) < this.#pairs.accountCount ? pairsInCrowds(this.#pairs, this.#rows, from, to) : 0;
  }
}
