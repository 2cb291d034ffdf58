import { ACTIVE, type PairColumns, REPEATED, ROW, START } from './pair-columns.js';
import { type RowsByAccount, rowsByAccount } from './rows-by-account.js';

/** The rows of each account on crowded objects, null where there is no crowd. */
export function rowsInCrowds({ packed, accountCount, inCrowd }: PairColumns): RowsByAccount | null {
  return inCrowd === null ? null : rowsByAccount(packed, accountCount, (row) => inCrowd[row] === 1, ROW);
}

/** Pairs of posts that two accounts have on crowded objects: both lists of rows are walked side by side. */
export function pairsInCrowds(
  { packed, samePost }: PairColumns,
  { start, rows }: RowsByAccount,
  from: number,
  to: number,
): number {
  const end = start[to + 1]!;
  let low = start[to]!;
  let pairs = 0;
  for (let i = start[from]!; i < start[from + 1]!; i++) {
    const row = rows[i]!;
    const own = packed[ROW * row]!;
    const first = packed[ROW * row + START]!;
    while (low < end && rows[low]! < first) low += 1;
    for (let j = low; j < end && (rows[j]! <= row || packed[ROW * rows[j]! + START]! <= row); j++) {
      const its = packed[ROW * rows[j]!]!;
      if (((own | its) & ACTIVE) === 0) continue;
      if ((own & its & REPEATED) === 0 || !samePost(row, rows[j]!)) pairs += 1;
    }
  }
  return pairs;
}
