import type { SortedActions } from '#domain/detection.js';

/** The rows of account a are rows[start[a]] .. rows[start[a + 1] - 1], ascending: by object, then time. */
export interface RowsByAccount {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

export function rowsByAccount(actions: SortedActions): RowsByAccount {
  const start = new Uint32Array(actions.accountCount + 1);
  for (let row = 0; row < actions.length; row++) start[actions.account[row]! + 1]!++;
  for (let code = 0; code < actions.accountCount; code++) start[code + 1]! += start[code]!;
  const next = start.slice();
  const rows = new Uint32Array(actions.length);
  for (let row = 0; row < actions.length; row++) rows[next[actions.account[row]!]!++] = row;
  return { start, rows };
}
