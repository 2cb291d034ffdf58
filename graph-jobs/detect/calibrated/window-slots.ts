import type { LayerActivity } from './layer-activity.js';

/** Chance of a class of which nearly nothing is known. */
const LEAST_CHANCE = 1e-3;
const CLASSES = 32;

/** A slot pair is two actions on one object within the window, whoever made them. What a window makes of a layer. */
export interface WindowSlots {
  readonly windowMs: number;
  /** Of every time block: 2 x slot pairs / (actions in the block)^2. A slot pair across two blocks is half in each. */
  readonly weight: Float64Array;
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
  const { actions, blocks, hour } = layer;
  const { objectCount, objectStart } = actions;
  const inBlock = new Float64Array(blocks.size.length);
  const hourly = new Float64Array(layer.hourly.length);
  const classSum = new Float64Array(CLASSES);
  const classObjects = new Uint32Array(CLASSES);
  for (let object = 0; object < objectCount; object++) {
    const [first, end] = [objectStart[object]!, objectStart[object + 1]!];
    if (end - first < 2) continue;
    const hits = slotsOfObject(layer, first, end, windowMs, (row, before, after) => {
      inBlock[blocks.block[row]!]! += (before + after) / 2;
      hourly[hour[row]!]! += after;
    });
    const uses = end - first;
    classSum[popularityClass(uses)]! += hits / ((uses * (uses - 1)) / 2);
    classObjects[popularityClass(uses)]!++;
  }
  return {
    windowMs,
    weight: inBlock.map((slots, block) => (2 * slots) / blocks.size[block]! ** 2),
    hourly,
    classChance: classSum.map((sum, i) => Math.max(classObjects[i] === 0 ? 0 : sum / classObjects[i]!, LEAST_CHANCE)),
  };
}

function slotsOfObject(
  { actions: { time } }: LayerActivity,
  first: number,
  end: number,
  windowMs: number,
  each: (row: number, before: number, after: number) => void,
): number {
  let [low, high, hits] = [first, first, 0];
  for (let row = first; row < end; row++) {
    while (time[row]! - time[low]! > windowMs) low += 1;
    while (high < end && time[high]! - time[row]! <= windowMs) high += 1;
    const after = high - row - 1;
    hits += after;
    each(row, row - low, after);
  }
  return hits;
}
