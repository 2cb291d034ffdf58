import { CodedError } from '#domain/errors/coded-error.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Progress, Run, Stage } from '#domain/run.js';

/** Who looks on while a run goes: hears of its progress, and can ask it to stop. */
export interface Watcher {
  onProgress(progress: Progress): void;
  stopRequested(): boolean;
}

/** Runs stages one after the other: tells of their progress, takes their time, and stops between slices when asked. */
export class StageWatch {
  readonly timings: Partial<Record<Stage, number>> = {};
  readonly #watcher: Watcher;

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
  }

  /** Throws STOPPED from the stage's own progress calls. */
  run<Result>(stage: Stage, work: (progress: ProgressListener) => Result | Promise<Result>): Promise<Result> {
    return this.#timed(stage, work, (done, total) => {
      if (this.#watcher.stopRequested()) throw stopped(stage);
      this.#watcher.onProgress({ stage, done, total });
    });
  }

  /** A stage that is over soon and is better finished than left half done. Throws STOPPED before it begins, not later. */
  async runToItsEnd(stage: Stage, work: (progress: ProgressListener) => Promise<void>): Promise<void> {
    if (this.#watcher.stopRequested()) throw stopped(stage);
    await this.#timed(stage, work, (done, total) => this.#watcher.onProgress({ stage, done, total }));
  }

  async #timed<Result>(
    stage: Stage,
    work: (progress: ProgressListener) => Result | Promise<Result>,
    progress: ProgressListener,
  ): Promise<Result> {
    progress(0, 0);
    const started = performance.now();
    const result = await work(progress);
    this.timings[stage] = Math.round(performance.now() - started);
    return result;
  }
}

function stopped(stage: Stage): CodedError {
  return new CodedError('STOPPED', `the run was stopped on request in stage "${stage}"`, {
    at: stage,
    hint: 'start it again: the same input and parameters continue under the same run id',
  });
}

export type RunOutcome = Pick<Run, 'state' | 'error'>;

/** What the manifest says about a failure. Errors that are not ours may hold anything; their text stays in the log. */
export function outcomeOf(error: unknown): RunOutcome {
  if (!(error instanceof CodedError)) return { state: 'FAILED', error: 'unexpected failure; the log has the details' };
  return { state: error.code === 'STOPPED' ? 'STOPPED' : 'FAILED', error: `${error.code}: ${error.message}` };
}
