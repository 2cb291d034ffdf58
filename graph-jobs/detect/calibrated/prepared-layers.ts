import { MOST_PAIRS_ON_OBJECT, type SortedActions } from '#domain/detection.js';
import { blockWeights } from './block-weights.js';
import { ableAccounts, type LayerActivity, layerActivity } from './layer-activity.js';
import { type SweepTable, sweepTable } from './sweep-table.js';
import { type WindowSlots, windowSlots } from './window-slots.js';

export interface CalibratedParameters {
  readonly windowsSeconds: readonly number[];
  /** The share of false ones that is accepted among the pairs kept. */
  readonly fdr: number;
  /** What was bettered on the prototype; all of it where nothing is said. */
  readonly refinements?: Refinements;
}

/** Each can be left out, so that it can be measured and the rest compared with the prototype. */
export interface Refinements {
  /** Class chances of test 2 are counted among accounts without a co-timed neighbourhood only. */
  readonly untiedClasses: boolean;
  /** Slot pairs across two time blocks of test 1 are expected of those who act in the one and the other. */
  readonly acrossBlocks: boolean;
}

export const ALL_REFINEMENTS: Refinements = { untiedClasses: true, acrossBlocks: true };
export const AS_PROTOTYPE: Refinements = { untiedClasses: false, acrossBlocks: false };

/** A behaviour with what each window makes of it. */
export interface PreparedLayer {
  readonly activity: LayerActivity;
  readonly slots: readonly WindowSlots[];
  readonly table: SweepTable;
}

export function preparedLayers(
  layers: readonly SortedActions[],
  windowsSeconds: readonly number[],
  { acrossBlocks }: Refinements = ALL_REFINEMENTS,
  mostPairsOnObject = MOST_PAIRS_ON_OBJECT,
): PreparedLayer[] {
  return layers.map((actions, layer) => {
    const activity = layerActivity(actions);
    const windowsMs = windowsSeconds.map((seconds) => seconds * 1000);
    const slots = windowsMs.map((windowMs) => windowSlots(activity, windowMs));
    const weights = blockWeights(activity, windowsMs, acrossBlocks);
    return { activity, slots, table: sweepTable(layer, activity, windowsMs, weights, mostPairsOnObject) };
  });
}

/** All pairs of accounts that could share two occasions, for each behaviour and window: one family of tests. */
export function testsOf(layers: readonly PreparedLayer[]): number {
  return layers.reduce((sum, { activity, slots }) => {
    const able = ableAccounts(activity);
    return sum + ((able * (able - 1)) / 2) * slots.length;
  }, 0);
}
