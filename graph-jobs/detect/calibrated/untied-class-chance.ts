import type { LayerActivity } from './layer-activity.js';
import { popularityClass, type WindowSlots } from './window-slots.js';

/** Chance of a class of which nearly nothing is known. */
const LEAST_CHANCE = 1e-3;
/** What the attention to a thing lasts where nothing can be known of it, in milliseconds. */
const ATTENTION = 3_600_000;

/**
 * WindowSlots.classChance, counted among the actions of accounts without a co-timed neighbourhood. Where one group makes
 * most of what is as popular as its own objects, the class would otherwise be the group itself. A class without an
 * object that two such actions share takes the chance of the nearest class that has one, the more popular of two. Where
 * no class has one, as with texts that nobody else repeats, two actions on one object are as two in one hour.
 */
export function untiedClassChance(layer: LayerActivity, slots: WindowSlots, tied: Uint8Array): Float64Array {
  const { account, time, objectCount, objectStart } = layer.actions;
  const sum = new Float64Array(slots.classChance.length);
  const objects = new Uint32Array(slots.classChance.length);
  const times = new Float64Array(layer.actions.length);
  for (let object = 0; object < objectCount; object++) {
    const [first, end] = [objectStart[object]!, objectStart[object + 1]!];
    let [count, low, pairs] = [0, 0, 0];
    for (let row = first; row < end; row++) {
      if (tied[account[row]!] === 1) continue;
      while (low < count && time[row]! - times[low]! > slots.windowMs) low += 1;
      pairs += count - low;
      times[count++] = time[row]!;
    }
    if (count < 2) continue;
    sum[popularityClass(end - first)]! += pairs / ((count * (count - 1)) / 2);
    objects[popularityClass(end - first)]!++;
  }
  const unknown = Math.min(1, (2 * slots.windowMs) / ATTENTION);
  return slots.classChance.map((_, own) => {
    const known = nearest(objects, own);
    return Math.max(known === null ? unknown : sum[known]! / objects[known]!, LEAST_CHANCE);
  });
}

function nearest(objects: Uint32Array, own: number): number | null {
  for (let away = 0; away < objects.length; away++) {
    if ((objects[own + away] ?? 0) > 0) return own + away;
    if ((objects[own - away] ?? 0) > 0) return own - away;
  }
  return null;
}
