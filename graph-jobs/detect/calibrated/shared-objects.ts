import type { LayerActivity } from './layer-activity.js';

/** An object on which two accounts acted: entries a0 .. a1 - 1 and b0 .. b1 - 1 of RowsByAccount.rows, each by time. */
export interface SharedObject {
  readonly object: number;
  readonly ofA: readonly [number, number];
  readonly ofB: readonly [number, number];
}

/** What two accounts both acted on, in the order of objects. */
export function sharedObjects({ actions: { object }, byAccount }: LayerActivity, a: number, b: number): SharedObject[] {
  const { start, rows } = byAccount;
  const shared: SharedObject[] = [];
  const endOn = (from: number, end: number) => {
    let at = from + 1;
    while (at < end && object[rows[at]!] === object[rows[from]!]) at += 1;
    return at;
  };
  let [i, j] = [start[a]!, start[b]!];
  while (i < start[a + 1]! && j < start[b + 1]!) {
    const [one, other] = [object[rows[i]!]!, object[rows[j]!]!];
    if (one < other) i = endOn(i, start[a + 1]!);
    else if (other < one) j = endOn(j, start[b + 1]!);
    else {
      const [iEnd, jEnd] = [endOn(i, start[a + 1]!), endOn(j, start[b + 1]!)];
      shared.push({ object: one, ofA: [i, iEnd], ofB: [j, jEnd] });
      [i, j] = [iEnd, jEnd];
    }
  }
  return shared;
}

/** The rows around one on its object that are within the window of it: from the first of the pair to before the second. */
export function withinWindow({ actions }: LayerActivity, row: number, windowMs: number): readonly [number, number] {
  const { time, object, objectStart } = actions;
  const on = object[row]!;
  const first = firstWhere(objectStart[on]!, row, (at) => time[row]! - time[at]! <= windowMs);
  const end = firstWhere(row + 1, objectStart[on + 1]!, (at) => time[at]! - time[row]! > windowMs);
  return [first, end];
}

/** The first of low .. high - 1 for which it holds, `high` where there is none; from there on it holds for all. */
export function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  let [first, end] = [low, high];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (holds(middle)) end = middle;
    else first = middle + 1;
  }
  return first;
}
