import type { Progress, RunParameters } from './run.js';

export const JOB_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'STOPPED'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A request to map an issue, its progress, and the run that came of it. */
export interface Job {
  readonly id: string;
  readonly issueId: string;
  readonly parameters: RunParameters;
  readonly state: JobState;
  readonly progress: Progress | null;
  readonly runId: string | null;
  readonly error: string | null;
  /** Unix milliseconds. */
  readonly requestedAt: number;
  readonly finishedAt: number | null;
}
