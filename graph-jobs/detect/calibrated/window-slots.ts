import type { LayerActivity } from './layer-activity.js';

/** Chance of a class of which nearly nothing is known. */
const LEAST_CHANCE = 1e-3;
const CLASSES = 32;

/** A slot pair is two actions on one object within the window, whoever made them. What a window makes of a layer. */
export interface WindowSlots {
  readonly windowMs: number;
  /** Of every hour, the slot pairs whose earlier action lies in it. */
  readonly hourly: Float64Array;
  /** By popularity class of an object: the mean share of its pairs of actions that are slot pairs. */
  readonly classChance: Float64Array;
}

/** Objects used equally often, to a factor of two, are of one class. */
export function popularityClass(uses: number): number {
  return 31 - Math.clz32(Math.max(2, uses));
}

/** Counts by two pointers; no pair is looked at. */
export function windowSlots(layer: LayerActivity, windowMs: number): WindowSlots {
  const { actions, hour } = layer;
  const { objectCount, objectStart } = actions;
  const hourly = new Float64Array(layer.hourly.length);
  const classSum = new Float64Array(CLASSES);
  const classObjects = new Uint32Array(CLASSES);
  for (let object = 0; object < objectCount; object++) {
    const [first, end] = [objectStart[object]!, objectStart[object + 1]!];
    if (end - first < 2) continue;
    const hits = slotsOfObject(layer, first, end, windowMs, (row, after) => {
      hourly[hour[row]!]! += after;
    });
    const uses = end - first;
    classSum[popularityClass(uses)]! += hits / ((uses * (uses - 1)) / 2);
    classObjects[popularityClass(uses)]!++;
  }
  return {
    windowMs,
    hourly,
    classChance: classSum.map((sum, i) => Math.max(classObjects[i] === 0 ? 0 : sum / classObjects[i]!, LEAST_CHANCE)),
  };
}

function slotsOfObject(
  { actions: { time } }: LayerActivity,
  first: number,
  end: number,
  windowMs: number,
  each: (row: number, after: number) => void,
): number {
  let [high, hits] = [first, 0];
  for (let row = first; row < end; row++) {
    while (high < end && time[high]! - time[row]! <= windowMs) high += 1;
    const after = high - row - 1;
    hits += after;
    each(row, after);
  }
  return hits;
}
