import type { Sweep } from './participation.js';
import { rowsByAccount } from './rows-by-account.js';

/** Gives the pairs of actions behind an edge one by one: (row of `from`, row of `to`) in the sweep's actions. */
export type VisitPairs = (from: number, to: number, visit: (fromRow: number, toRow: number) => void) => void;

/**
 * Finds the pairs behind any edge of the network by walking the actions of its two accounts side by side, so that no
 * pair has to be stored. They are the very pairs that countPairs() counted: an edge of weight w has w of them. What
 * countPairs() asks besides need not be asked again: in the columns of an issue a mention has one account, so that no
 * mention pairs with itself, and of the pairs between two accounts either all are active or none is.
 */
export function evidenceOf(sweep: Sweep, windowMs: number): VisitPairs {
  const { object, time } = sweep.actions;
  const { start, rows } = rowsByAccount(sweep.actions);
  return (from, to, visit) => {
    let low = start[to]!;
    const end = start[to + 1]!;
    for (let i = start[from]!; i < start[from + 1]!; i++) {
      const row = rows[i]!;
      while (low < end && before(rows[low]!, row)) low += 1;
      for (let j = low; j < end; j++) {
        const other = rows[j]!;
        if (object[other] !== object[row] || time[other]! - time[row]! > windowMs) break;
        visit(row, other);
      }
    }
  };

  function before(other: number, row: number): boolean {
    return object[other]! < object[row]! || (object[other] === object[row] && time[row]! - time[other]! > windowMs);
  }
}
