import type { ActionColumns } from '#domain/action.js';
import type { SortedActions } from '#domain/detection.js';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const SECOND = 1000;

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

/** Rows in the order of their times, or null when that is the order they have. LSD radix sort over whole milliseconds. */
function orderByTime(time: Float64Array): Uint32Array | null {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  let wholeSeconds = true;
  for (let row = 0; row < time.length; row++) {
    const at = time[row]!;
    if (at < highest) sorted = false;
    else highest = at;
    if (at < lowest) lowest = at;
    if (at % SECOND !== 0) wholeSeconds = false;
  }
  if (sorted) return null;
  const step = wholeSeconds ? SECOND : 1;
  let order = new Uint32Array(time.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  let other = new Uint32Array(time.length);
  const digits = new Uint16Array(time.length);
  for (let divisor = step; divisor <= highest - lowest; divisor *= DIGITS) {
    for (let row = 0; row < time.length; row++) digits[row] = Math.floor((time[row]! - lowest) / divisor) % DIGITS;
    countingPass(digits, order, other);
    [order, other] = [other, order];
  }
  return order;
}

/** `digits` by row: read at random, and small enough for the processor's cache. */
function countingPass(digits: Uint16Array, from: Uint32Array, to: Uint32Array): void {
  const next = new Uint32Array(DIGITS + 1);
  for (let row = 0; row < digits.length; row++) next[digits[row]! + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    to[next[digits[row]!]!++] = row;
  }
}
