import type { Job } from '#domain/job.js';
import type { Progress } from '#domain/run.js';
import type { JobProgress, Job as JobType } from './job.type.js';
import { STAGE_NAMES } from './run.type.js';

/** A job as its resolver sees it: what is shown, and the key of the run. */
export interface JobNode extends JobType {
  readonly runId: string | null;
}

export function toJob(job: Job): JobNode {
  const { issueId, progress, requestedAt, finishedAt, ...same } = job;
  return {
    ...same,
    issue: { id: issueId },
    progress: progress && toProgress(progress),
    requestedAt: new Date(requestedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}

function toProgress({ stage, done, total }: Progress): JobProgress {
  return { stage: STAGE_NAMES[stage], done, total, share: total > 0 ? done / total : null };
}
