import type { SortedActions } from '#domain/detection.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { calibratedGroups } from '../calibrated-groups.js';
import { calibratedNetwork } from '../calibrated-network.js';
import { type SweepOutcome, sweepPairs } from '../pair-sweep.js';
import type { CalibratedParameters } from '../prepared-layers.js';
import { type ShuffleRule, shuffledActions } from '../shuffled-actions.js';
import type { SweepTable } from '../sweep-table.js';

/** Tests the pairs of a range of accounts. */
export interface SweepTask {
  readonly kind: 'sweep';
  readonly table: SweepTable;
  readonly accounts: readonly [number, number];
  readonly mostP: number;
}

/** Detects in one shuffled copy. */
export interface CopyTask {
  readonly kind: 'copy';
  readonly actions: SortedActions;
  readonly parameters: CalibratedParameters;
  readonly rule: ShuffleRule;
  readonly seed: number;
  readonly number: number;
  readonly resolution: number;
}

/** What a copy shows; 0 throughout where nothing exceeds chance. */
export interface CopyOutcome {
  readonly pairs: number;
  readonly groups: number;
  readonly largestGroup: number;
}

export type ThreadTask = SweepTask | CopyTask;
export type ThreadResult<Task extends ThreadTask> = Task extends SweepTask ? SweepOutcome : CopyOutcome;

/** The work itself, the same in whatever thread. */
export function performed<Task extends ThreadTask>(task: Task, onProgress?: ProgressListener): ThreadResult<Task> {
  const result = task.kind === 'sweep' ? sweep(task, onProgress) : copy(task, onProgress);
  return result as ThreadResult<Task>;
}

function sweep({ table, accounts, mostP }: SweepTask, onProgress?: ProgressListener): SweepOutcome {
  return sweepPairs(table, accounts, mostP, onProgress);
}

function copy(task: CopyTask, onProgress?: ProgressListener): CopyOutcome {
  const { actions, parameters, rule, seed, number, resolution } = task;
  const network = calibratedNetwork([shuffledActions(actions, rule, seed, number)], parameters, onProgress);
  const { groups, edges } = calibratedGroups(network, resolution, seed);
  return { pairs: edges.length, groups: groups.length, largestGroup: groups[0]?.members.length ?? 0 };
}
