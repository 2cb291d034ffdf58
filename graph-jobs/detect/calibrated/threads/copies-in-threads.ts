import type { SortedActions } from '#domain/detection.js';
import type { CalibratedParameters } from '../prepared-layers.js';
import type { ShuffleRule } from '../shuffled-actions.js';
import { inThreads, type ThreadOptions } from './detect-threads.js';
import { onSharedMemory } from './shared-memory.js';
import type { CopyOutcome, CopyTask } from './thread-task.js';

export interface CopiesRequest {
  readonly actions: SortedActions;
  readonly parameters: CalibratedParameters;
  readonly rules: readonly ShuffleRule[];
  /** Of each rule. */
  readonly copies: number;
  /** The number of the first copy; 0 where it is not said. */
  readonly first?: number;
  readonly seed: number;
  readonly resolution: number;
}

/** What shuffled copies of the data show under the same parameters, rule by rule. The same on any number of threads. */
export async function copiesInThreads(
  { actions, parameters, rules, copies, first = 0, seed, resolution }: CopiesRequest,
  threads: number,
  options?: ThreadOptions,
): Promise<ReadonlyMap<ShuffleRule, readonly CopyOutcome[]>> {
  const shared = threads > 0 ? onSharedMemory(actions) : actions;
  const tasks = rules.flatMap((rule) =>
    Array.from({ length: copies }, (_, i): CopyTask => {
      return { kind: 'copy', actions: shared, parameters, rule, seed, number: first + i, resolution };
    }),
  );
  const outcomes = await inThreads(tasks, threads, options);
  return new Map(rules.map((rule, i) => [rule, outcomes.slice(i * copies, (i + 1) * copies)]));
}
