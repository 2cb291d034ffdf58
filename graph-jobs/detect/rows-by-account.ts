import { ACCOUNT } from './pair-columns.js';

/** The rows of account a are rows[start[a]] .. rows[start[a + 1] - 1], ascending: by object, then time. */
export interface RowsByAccount {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** All rows, or those that `takes` says, of accounts that stand in every `step`-th word, maybe with marks as in PairColumns. */
export function rowsByAccount(
  account: Uint32Array,
  accountCount: number,
  takes?: (row: number) => boolean,
  step = 1,
): RowsByAccount {
  const length = account.length / step;
  // One further than where an account starts, so that filling moves each start to where it belongs.
  const start = new Uint32Array(accountCount + 2);
  for (let row = 0; row < length; row++) {
    if (takes === undefined || takes(row)) start[(account[step * row]! & ACCOUNT) + 2]!++;
  }
  for (let code = 0; code < accountCount; code++) start[code + 2]! += start[code + 1]!;
  const rows = new Uint32Array(start[accountCount + 1]!);
  for (let row = 0; row < length; row++) {
    if (takes === undefined || takes(row)) rows[start[(account[step * row]! & ACCOUNT) + 1]!++] = row;
  }
  return { start, rows };
}
