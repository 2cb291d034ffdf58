import type { SortedActions } from '#domain/detection.js';
import { ableAccounts, type LayerActivity, layerActivity } from './layer-activity.js';
import { type SweepTable, sweepTable } from './sweep-table.js';
import { type WindowSlots, windowSlots } from './window-slots.js';

export interface CalibratedParameters {
  readonly windowsSeconds: readonly number[];
  /** The share of false ones that is accepted among the pairs kept. */
  readonly fdr: number;
}

/** A behaviour with what each window makes of it. */
export interface PreparedLayer {
  readonly activity: LayerActivity;
  readonly slots: readonly WindowSlots[];
  readonly table: SweepTable;
}

export function preparedLayers(layers: readonly SortedActions[], windowsSeconds: readonly number[]): PreparedLayer[] {
  return layers.map((actions, layer) => {
    const activity = layerActivity(actions);
    const slots = windowsSeconds.map((seconds) => windowSlots(activity, seconds * 1000));
    return { activity, slots, table: sweepTable(layer, activity, slots) };
  });
}

/** All pairs of accounts that could share two occasions, for each behaviour and window: one family of tests. */
export function testsOf(layers: readonly PreparedLayer[]): number {
  return layers.reduce((sum, { activity, slots }) => {
    const able = ableAccounts(activity);
    return sum + ((able * (able - 1)) / 2) * slots.length;
  }, 0);
}
