import type { LayerActivity } from './layer-activity.js';
import type { SharedObject } from './shared-objects.js';

const DAY = 86_400_000;
/** How many pairs of actions the class of an object's popularity weighs like, beside the accounts' own. */
const SHRINK = 4;

/**
 * The chance that the two accounts' own hours give: of their actions on anything else within a day of this object, the
 * share of pairs that are within the window of each other. 0 where there is no such pair.
 *
 * Pairs on one of `shared` objects are left out: that the two acted together on other things as well is what is being
 * tested, not a reason to expect it. Their hours show in what they did on different things.
 */
export function ownRhythm(
  layer: LayerActivity,
  a: number,
  b: number,
  { object, ofA, ofB }: SharedObject,
  shared: readonly SharedObject[],
  windowMs: number,
  prior: number,
): number {
  const middle = (sumOfTimes(layer, ofA) + sumOfTimes(layer, ofB)) / (ofA[1] - ofA[0] + (ofB[1] - ofB[0]));
  const { start } = layer.byAccount;
  const one = timesAround(layer, [start[a]!, start[a + 1]!], middle, object);
  const other = one.length === 0 ? one : timesAround(layer, [start[b]!, start[b + 1]!], middle, object);
  let pairs = one.length * other.length;
  let within = pairsWithin(one, other, windowMs);
  for (const together of shared) {
    if (together.object === object) continue;
    const oneOn = timesAround(layer, together.ofA, middle, object);
    const otherOn = timesAround(layer, together.ofB, middle, object);
    pairs -= oneOn.length * otherOn.length;
    within -= pairsWithin(oneOn, otherOn, windowMs);
  }
  return pairs === 0 ? 0 : (within + SHRINK * prior) / (pairs + SHRINK);
}

function sumOfTimes({ actions, byAccount }: LayerActivity, [first, end]: readonly [number, number]): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += actions.time[byAccount.rows[i]!]!;
  return sum;
}

/** Times of some of an account's actions, on other objects and within a day of `middle`, ascending. */
function timesAround(
  { actions, byAccount }: LayerActivity,
  [first, end]: readonly [number, number],
  middle: number,
  besides: number,
): Float64Array {
  const times: number[] = [];
  for (let i = first; i < end; i++) {
    const row = byAccount.rows[i]!;
    if (actions.object[row] !== besides && Math.abs(actions.time[row]! - middle) <= DAY) times.push(actions.time[row]!);
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
