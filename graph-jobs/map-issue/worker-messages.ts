import type { Progress, Run, RunParameters } from '#domain/run.js';
import type { Failure } from '#platform/thread-failure.js';

/** What a mapping thread is started with. */
export interface WorkOrder {
  readonly dataFolder: string;
  readonly issueId: string;
  readonly parameters: RunParameters;
  /** One Int32; anything but 0 asks for a stop. Shared memory, because the thread is too busy to read messages. */
  readonly stopFlag: SharedArrayBuffer;
}

/** What it tells. */
export type WorkMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly run: Run }
  | { readonly type: 'failed'; readonly failure: Failure };
