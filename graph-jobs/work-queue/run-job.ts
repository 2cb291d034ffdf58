import { CodedError } from '#domain/errors/coded-error.js';
import type { Job } from '#domain/job.js';
import type { JobQueue } from '#domain/ports/job-queue.js';
import type { Progress, Run, Stage } from '#domain/run.js';
import type { MapIssueOptions } from '../map-issue/map-issue.js';
import { progressReports } from './progress-reports.js';

/** Maps an issue somewhere else than in the thread that asks. */
export type MapIssue = (options: Omit<MapIssueOptions, 'dataFolder'>) => Promise<Run>;

export interface Holder {
  readonly jobs: JobQueue;
  readonly worker: string;
  readonly leaseMs: number;
}

export type JobOutcome = Pick<Job, 'state' | 'runId' | 'error'>;

/**
 * Runs one claimed job and prolongs its lease meanwhile. Null when the job is to be left to its lease, because this process
 * was asked to stop. STOPPED when the queue wants it no more; should another worker hold it by then, the queue ignores
 * the outcome. Never throws for what the job itself did wrong.
 */
export async function runJob(
  { jobs, worker, leaseMs }: Holder,
  job: Job,
  mapIssue: MapIssue,
  signal: AbortSignal,
): Promise<JobOutcome | null> {
  const lost = new AbortController();
  let progress: Progress = job.progress ?? { stage: 'extract', done: 0, total: 0 };
  let stage: Stage | null = null;
  const report = progressReports(async () => {
    if (!(await jobs.report(job.id, worker, leaseMs, progress))) lost.abort();
  });
  // A report that fails (the store is away for a moment) is made up for by the next: three fit into a lease.
  const heartbeat = setInterval(report.now, leaseMs / 4);
  try {
    const run = await mapIssue({
      issueId: job.issueId,
      parameters: job.parameters,
      signal: AbortSignal.any([signal, lost.signal]),
      onProgress: (latest) => {
        progress = latest;
        if (latest.stage !== stage) report.now();
        else report.soon();
        stage = latest.stage;
      },
    });
    return { state: 'DONE', runId: run.id, error: null };
  } catch (error) {
    if (signal.aborted) return null;
    if (lost.signal.aborted) return { state: 'STOPPED', runId: null, error: null };
    return { state: 'FAILED', runId: null, error: reason(error) };
  } finally {
    clearInterval(heartbeat);
  }
}

function reason(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return 'unexpected failure; the log of the worker has the details';
}
