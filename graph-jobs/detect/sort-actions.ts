import type { ActionColumns } from '#domain/action.js';
import type { SortedActions } from '#domain/detection.js';
import { orderByTime } from './order-by-time.js';

/**
 * Orders actions by (object, time), rows that tie in both as they came. Two stable counting sorts, by time (skipped when
 * the rows are in that order already, as the columns of an issue are) and then by object: linear in the actions, and
 * no comparison function.
 */
export function sortActions(actions: ActionColumns): SortedActions {
  const { length, objectCount } = actions;
  const byTime = orderByTime(actions.time);
  const objectStart = new Uint32Array(objectCount + 1);
  for (let row = 0; row < length; row++) objectStart[actions.object[row]! + 1]!++;
  for (let object = 0; object < objectCount; object++) objectStart[object + 1]! += objectStart[object]!;
  const next = objectStart.slice();
  const account = new Uint32Array(length);
  const object = new Uint32Array(length);
  const time = new Float64Array(length);
  const mention = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const row = byTime === null ? i : byTime[i]!;
    const to = next[actions.object[row]!]!++;
    account[to] = actions.account[row]!;
    object[to] = actions.object[row]!;
    time[to] = actions.time[row]!;
    mention[to] = actions.mention[row]!;
  }
  return { ...actions, account, object, time, mention, objectStart };
}
