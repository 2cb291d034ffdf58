import type { SortedActions } from '#domain/detection.js';
import { rowsByAccount } from './rows-by-account.js';

/** The pairs of actions behind an edge: each row of `from` in the sweep's actions that has any, with its rows of `to`. */
export type PairsOfEdge = (from: number, to: number) => Iterable<readonly [fromRow: number, toRows: Uint32Array]>;

/**
 * Finds the pairs behind any edge of the network by walking the actions of its two accounts side by side, so that no
 * pair has to be stored: two accounts that post all day make millions of them. They are the very pairs that countPairs()
 * counted: an edge of weight w has w of them. What countPairs() asks besides need not be asked again: in the columns of
 * an issue a mention has one account, so that no mention pairs with itself, and of the pairs between two accounts either
 * all are active or none is.
 */
export function evidenceOf(actions: SortedActions, windowMs: number): PairsOfEdge {
  const { object, time } = actions;
  const { start, rows } = rowsByAccount(actions.account, actions.accountCount);
  return function* (from, to) {
    let low = start[to]!;
    const end = start[to + 1]!;
    for (let i = start[from]!; i < start[from + 1]!; i++) {
      const row = rows[i]!;
      while (low < end && before(rows[low]!, row)) low += 1;
      let high = low;
      while (high < end && !after(rows[high]!, row)) high += 1;
      if (high > low) yield [row, rows.subarray(low, high)];
    }
  };

  function before(other: number, row: number): boolean {
    return object[other]! < object[row]! || (object[other] === object[row] && time[row]! - time[other]! > windowMs);
  }

  function after(other: number, row: number): boolean {
    return object[other] !== object[row] || time[other]! - time[row]! > windowMs;
  }
}
