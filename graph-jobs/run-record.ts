import { CodedError } from '#domain/errors/coded-error.js';
import type { RunStore } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import { outcomeOf } from './stage-watch.js';

/**
 * The manifest of a run in the store. Work that is DONE already and is done again stays readable until its results are
 * written anew: a stop or a failure before that takes nothing away. Two processes may do the same work at once, for it is
 * pure until it writes; whoever writes first wins, and the other one hears RUN_IN_PROGRESS and leaves the manifest alone.
 */
export class RunRecord {
  #writing = false;

  private constructor(
    private readonly runs: RunStore,
    private readonly run: Run,
    /** When the execution started whose results stood before this one. */
    private readonly standing: number | null,
  ) {}

  static async open(runs: RunStore, run: Run): Promise<RunRecord> {
    const [before] = await runs.get([run.id]);
    if (before?.state === 'DONE') return new RunRecord(runs, run, before.startedAt);
    await runs.put(run);
    return new RunRecord(runs, run, null);
  }

  /** Call before the results are replaced. Throws RUN_IN_PROGRESS when another process was done with them meanwhile. */
  async writing(): Promise<void> {
    const now = await this.#stored();
    if (now?.state === 'DONE' && now.startedAt !== this.standing) throw overtaken(this.run);
    await this.runs.put(this.run);
    this.#writing = true;
  }

  async done(outcome: Pick<Run, 'counts' | 'timings'>): Promise<Run> {
    return this.#close({ ...outcome, state: 'DONE', error: null });
  }

  async failed(error: unknown, timings: Run['timings']): Promise<void> {
    if (await this.#isOwn(error)) await this.#close({ ...outcomeOf(error), timings });
  }

  /** Whether the manifest is this execution's to close: not that of results that stand, nor of another execution. */
  async #isOwn(error: unknown): Promise<boolean> {
    if (error instanceof CodedError && error.code === 'RUN_IN_PROGRESS') return false;
    // Results that are half replaced are nobody's: the manifest must say so.
    if (this.#writing) return true;
    const now = await this.#stored();
    return now?.state === 'RUNNING' && now.startedAt === this.run.startedAt;
  }

  async #stored(): Promise<Run | null> {
    const [run] = await this.runs.get([this.run.id]);
    return run ?? null;
  }

  async #close(outcome: Partial<Run>): Promise<Run> {
    const closed = { ...this.run, ...outcome, finishedAt: Date.now() };
    await this.runs.put(closed);
    return closed;
  }
}

function overtaken(run: Run): CodedError {
  return new CodedError('RUN_IN_PROGRESS', `run ${run.id} was finished by another process meanwhile`, {
    at: 'run',
    hint: 'nothing is lost: the same work has the same results, and those stand',
  });
}
