import type { SortedActions } from '#domain/detection.js';
import { type RowsByAccount, rowsByAccount } from '../rows-by-account.js';
import { type TimeBlocks, timeBlocks } from './time-blocks.js';

const HOUR = 3_600_000;

/** The actions of one behaviour with what all windows share. */
export interface LayerActivity {
  readonly actions: SortedActions;
  readonly byAccount: RowsByAccount;
  readonly blocks: TimeBlocks;
  /** The full hour (UTC) of every action, counted from that of the first. */
  readonly hour: Uint32Array;
  /** Actions in every hour. */
  readonly hourly: Uint32Array;
}

export function layerActivity(actions: SortedActions): LayerActivity {
  const byAccount = rowsByAccount(actions.account, actions.accountCount);
  const { length, time } = actions;
  const first = time.reduce((least, at) => Math.min(least, Math.floor(at / HOUR)), Number.POSITIVE_INFINITY);
  const hour = new Uint32Array(length);
  let hours = 0;
  for (let row = 0; row < length; row++) {
    hour[row] = Math.floor(time[row]! / HOUR) - first;
    hours = Math.max(hours, hour[row]! + 1);
  }
  const hourly = new Uint32Array(hours);
  for (const at of hour) hourly[at]!++;
  return { actions, byAccount, blocks: timeBlocks(actions, byAccount), hour, hourly };
}

/** Accounts with two actions or more: only their pairs can share two occasions, so only these are tested. */
export function ableAccounts({ actions, byAccount: { start } }: LayerActivity): number {
  let able = 0;
  for (let account = 0; account < actions.accountCount; account++) {
    if (start[account + 1]! - start[account]! >= 2) able += 1;
  }
  return able;
}
