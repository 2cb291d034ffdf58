import type { Sweep } from './participation.js';
import { type RowsByAccount, rowsByAccount } from './rows-by-account.js';

/** The rows of each account on crowded objects, null where there is no crowd. */
export function rowsInCrowds({ actions, crowded }: Sweep): RowsByAccount | null {
  const { marks } = crowded;
  return marks === null ? null : rowsByAccount(actions, (row) => marks[actions.object[row]!] === 1);
}

/** Pairs of posts that two accounts have on crowded objects: both lists of rows are walked side by side. */
export function pairsInCrowds(
  { actions, windowStart, active }: Sweep,
  { start, rows }: RowsByAccount,
  from: number,
  to: number,
): number {
  const { mention } = actions;
  const end = start[to + 1]!;
  let low = start[to]!;
  let pairs = 0;
  for (let i = start[from]!; i < start[from + 1]!; i++) {
    const row = rows[i]!;
    while (low < end && rows[low]! < windowStart[row]!) low += 1;
    for (let j = low; j < end && (rows[j]! <= row || windowStart[rows[j]!]! <= row); j++) {
      const other = rows[j]!;
      if ((active[row]! | active[other]!) === 1 && mention[row] !== mention[other]) pairs += 1;
    }
  }
  return pairs;
}
