import type { SortedActions } from '#domain/detection.js';
import { rankByBytes } from '../../csv-file/rank-bytes.js';
import type { RankedIds } from '../../csv-file/ranked-ids.js';
import { sortActions } from '../sort-actions.js';
import type { ActionFile } from './action-file.js';

/**
 * The actions of a file by (object, time, account), accounts and objects numbered in the order of their ids: the same for
 * the same rows, whatever order they came in. `accounts` and `objects` are the ids by these numbers. Rows that repeat the content,
 * account and object of another are one action, at its earliest time.
 */
export function canonicalActions(file: ActionFile): {
  readonly actions: SortedActions;
  readonly accounts: RankedIds;
  readonly objects: RankedIds;
} {
  const { actions, accounts, objects } = file;
  const ofAccounts = rankByBytes(accounts);
  const ofObjects = rankByBytes(objects);
  const account = actions.account.map((own) => ofAccounts.rank[own]!);
  // Objects beyond the dictionary are those of originals listed as shares of themselves: each is alone on its own.
  const object = actions.object.map((own) => (own < objects.length ? ofObjects.rank[own]! : own));
  const order = rowsByCode(account, accounts.length);
  const ranked = sortActions({
    ...actions,
    account: order.map((row) => account[row]!),
    object: order.map((row) => object[row]!),
    time: Float64Array.from(order, (row) => actions.time[row]!),
    mention: order.map((row) => actions.mention[row]!),
  });
  return {
    actions: file.repeatedContents === 0 ? ranked : withoutRepeats(ranked),
    accounts: ofAccounts.ids,
    objects: ofObjects.ids,
  };
}

/** Rows in the order of their codes; a counting sort. */
function rowsByCode(code: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const own of code) next[own + 1]!++;
  for (let own = 0; own < count; own++) next[own + 1]! += next[own]!;
  const rows = new Uint32Array(code.length);
  for (let row = 0; row < code.length; row++) rows[next[code[row]!]!++] = row;
  return rows;
}

function withoutRepeats(actions: SortedActions): SortedActions {
  const { account, object, mention } = actions;
  let repeated = new Set<string>();
  const rows: number[] = [];
  for (let row = 0; row < actions.length; row++) {
    if (row > 0 && object[row] !== object[row - 1]) repeated = new Set();
    const key = `${account[row]} ${mention[row]}`;
    if (repeated.has(key)) continue;
    repeated.add(key);
    rows.push(row);
  }
  const kept = Uint32Array.from(rows);
  return sortActions({
    ...actions,
    length: kept.length,
    account: kept.map((row) => account[row]!),
    object: kept.map((row) => object[row]!),
    time: Float64Array.from(kept, (row) => actions.time[row]!),
    mention: kept.map((row) => mention[row]!),
  });
}
