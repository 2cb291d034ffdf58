import type { ActionColumns } from '#domain/action.js';
import type { SortedActions } from '#domain/detection.js';
import { orderByTime } from '#domain/order-by-time.js';

/**
 * Orders actions by (object, time), rows that tie in both as they came. Two stable counting sorts, by time (skipped when
 * the rows are in that order already, as the columns of an issue are) and then by object: linear in the actions, and
 * no comparison function.
 */
export function sortActions(actions: ActionColumns): SortedActions {
  const { order, objectStart } = orderByObject(actions);
  const account = gathered(actions.account, order, new Uint32Array(order.length));
  const object = gathered(actions.object, order, new Uint32Array(order.length));
  const time = gathered(actions.time, order, new Float64Array(order.length));
  const mention = gathered(actions.mention, order, new Uint32Array(order.length));
  return { ...actions, account, object, time, mention, objectStart };
}

/** The same in the columns as they are, for whoever needs no other order of them: half the memory. */
export function sortActionsInPlace(actions: ActionColumns): SortedActions {
  const { order, objectStart } = orderByObject(actions);
  const codes = new Uint32Array(order.length);
  for (const column of [actions.account, actions.object, actions.mention]) column.set(gathered(column, order, codes));
  actions.time.set(gathered(actions.time, order, new Float64Array(order.length)));
  return { ...actions, objectStart };
}

function orderByObject({ length, object, time, objectCount }: ActionColumns): {
  order: Uint32Array;
  objectStart: Uint32Array;
} {
  const byTime = orderByTime(time);
  const objectStart = new Uint32Array(objectCount + 1);
  for (let row = 0; row < length; row++) objectStart[object[row]! + 1]!++;
  for (let code = 0; code < objectCount; code++) objectStart[code + 1]! += objectStart[code]!;
  const next = objectStart.slice();
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const row = byTime === null ? i : byTime[i]!;
    order[next[object[row]!]!++] = row;
  }
  return { order, objectStart };
}

function gathered<T extends Uint32Array | Float64Array>(column: T, order: Uint32Array, into: T): T {
  for (let i = 0; i < order.length; i++) into[i] = column[order[i]!]!;
  return into;
}
