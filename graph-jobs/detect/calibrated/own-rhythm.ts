import type { LayerActivity } from './layer-activity.js';
import type { SharedObject } from './shared-objects.js';

const DAY = 86_400_000;
/** How many pairs of actions the class of an object's popularity weighs like, beside the accounts' own. */
const SHRINK = 4;

/**
 * The chance that the two accounts' own hours give: of their actions on anything else within a day of this object, the
 * share of pairs that are within the window of each other. 0 where one of them did nothing else.
 */
export function ownRhythm(
  layer: LayerActivity,
  a: number,
  b: number,
  { object, ofA, ofB }: SharedObject,
  windowMs: number,
  prior: number,
): number {
  const middle = (sumOfTimes(layer, ofA) + sumOfTimes(layer, ofB)) / (ofA[1] - ofA[0] + (ofB[1] - ofB[0]));
  const one = timesBesides(layer, a, object, middle);
  const other = one.length === 0 ? one : timesBesides(layer, b, object, middle);
  if (other.length === 0) return 0;
  const pairs = one.length * other.length;
  return (pairsWithin(one, other, windowMs) + SHRINK * prior) / (pairs + SHRINK);
}

function sumOfTimes({ actions, byAccount }: LayerActivity, [first, end]: readonly [number, number]): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += actions.time[byAccount.rows[i]!]!;
  return sum;
}

/** Times of an account's actions on other objects within a day of `middle`, ascending. */
function timesBesides(layer: LayerActivity, account: number, object: number, middle: number): Float64Array {
  const { actions, byAccount } = layer;
  const times: number[] = [];
  for (let i = byAccount.start[account]!; i < byAccount.start[account + 1]!; i++) {
    const row = byAccount.rows[i]!;
    if (actions.object[row] !== object && Math.abs(actions.time[row]! - middle) <= DAY) times.push(actions.time[row]!);
  }
  return Float64Array.from(times).sort();
}

function pairsWithin(one: Float64Array, other: Float64Array, windowMs: number): number {
  let [low, high, pairs] = [0, 0, 0];
  for (const time of one) {
    while (low < other.length && time - other[low]! > windowMs) low += 1;
    while (high < other.length && other[high]! - time <= windowMs) high += 1;
    pairs += high - low;
  }
  return pairs;
}
