import { ACTIVE, type PairColumns, REPEATED } from './pair-columns.js';
import { type RowsByAccount, rowsByAccount } from './rows-by-account.js';

/** The rows of each account on crowded objects, null where there is no crowd. */
export function rowsInCrowds({ who, accountCount, inCrowd }: PairColumns): RowsByAccount | null {
  return inCrowd === null ? null : rowsByAccount(who, accountCount, (row) => inCrowd[row] === 1);
}

/** Pairs of posts that two accounts have on crowded objects: both lists of rows are walked side by side. */
export function pairsInCrowds(
  { who, windowStart, samePost }: PairColumns,
  { start, rows }: RowsByAccount,
  from: number,
  to: number,
): number {
  const end = start[to + 1]!;
  let low = start[to]!;
  let pairs = 0;
  for (let i = start[from]!; i < start[from + 1]!; i++) {
    const row = rows[i]!;
    while (low < end && rows[low]! < windowStart[row]!) low += 1;
    for (let j = low; j < end && (rows[j]! <= row || windowStart[rows[j]!]! <= row); j++) {
      const other = rows[j]!;
      if (((who[row]! | who[other]!) & ACTIVE) === 0) continue;
      if ((who[row]! & who[other]! & REPEATED) === 0 || !samePost(row, other)) pairs += 1;
    }
  }
  return pairs;
}
