import type { SortedActions } from '#domain/detection.js';

/** The rows of account a are rows[start[a]] .. rows[start[a + 1] - 1], ascending: by object, then time. */
export interface RowsByAccount {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** All rows, or those that `takes` says. */
export function rowsByAccount(actions: SortedActions, takes?: (row: number) => boolean): RowsByAccount {
  const { length, account, accountCount } = actions;
  const start = new Uint32Array(accountCount + 1);
  for (let row = 0; row < length; row++) if (takes === undefined || takes(row)) start[account[row]! + 1]!++;
  for (let code = 0; code < accountCount; code++) start[code + 1]! += start[code]!;
  const next = start.slice();
  const rows = new Uint32Array(start[accountCount]!);
  for (let row = 0; row < length; row++) {
    if (takes === undefined || takes(row)) rows[next[account[row]!]!++] = row;
  }
  return { start, rows };
}
