import type { RunStore } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import { outcomeOf } from './stage-watch.js';

/**
 * The manifest of a run in the store. Work that is DONE already and is done again stays readable until its results are
 * written anew: a stop or a failure before that takes nothing away.
 */
export class RunRecord {
  private constructor(
    private readonly runs: RunStore,
    private readonly run: Run,
    private resultsStand: boolean,
  ) {}

  static async open(runs: RunStore, run: Run): Promise<RunRecord> {
    const [before] = await runs.get([run.id]);
    const record = new RunRecord(runs, run, before?.state === 'DONE');
    if (!record.resultsStand) await runs.put(run);
    return record;
  }

  /** Call before the results are replaced. */
  async writing(): Promise<void> {
    if (this.resultsStand) await this.runs.put(this.run);
    this.resultsStand = false;
  }

  async done(outcome: Pick<Run, 'counts' | 'timings'>): Promise<Run> {
    return this.close({ ...outcome, state: 'DONE', error: null });
  }

  async failed(error: unknown, timings: Run['timings']): Promise<void> {
    if (!this.resultsStand) await this.close({ ...outcomeOf(error), timings });
  }

  private async close(outcome: Partial<Run>): Promise<Run> {
    const closed = { ...this.run, ...outcome, finishedAt: Date.now() };
    await this.runs.put(closed);
    return closed;
  }
}
