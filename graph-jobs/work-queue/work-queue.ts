import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '#domain/job.js';
import type { Logger } from '#platform/logger.js';
import { type Holder, type MapIssue, runJob } from './run-job.js';

export interface WorkQueueOptions extends Holder {
  readonly mapIssue: MapIssue;
  readonly log: Logger;
  readonly pollMs: number;
  /** Ends the loop. The job at hand is stopped and left to its lease: the next worker claims it. */
  readonly signal: AbortSignal;
  /** Work until the queue is empty, not on and on. */
  readonly once?: boolean;
}

/** The job worker: claims jobs one at a time and runs them, whatever single jobs or a store out of reach do. */
export async function workQueue(options: WorkQueueOptions): Promise<void> {
  const { signal, pollMs, once, log } = options;
  while (!signal.aborted) {
    const job = await claim(options);
    if (job !== null) await work(options, job);
    else if (once) return;
    else await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
  log.info('stopped');
}

async function claim({ jobs, worker, leaseMs, once, log }: WorkQueueOptions): Promise<Job | null> {
  try {
    return await jobs.claim(worker, leaseMs);
  } catch (error) {
    if (once) throw error;
    log.error({ err: error }, 'the queue is out of reach; trying again');
    return null;
  }
}

async function work(options: WorkQueueOptions, job: Job): Promise<void> {
  const { jobs, worker, log, signal } = options;
  const about = { job: job.id, issue: job.issueId };
  log.info(about, 'job claimed');
  try {
    const outcome = await runJob(options, job, loggingFailures(options, about), signal);
    if (outcome === null) return log.info(about, 'job left to the next worker');
    await jobs.finish(job.id, worker, outcome);
    log.info({ ...about, state: outcome.state, run: outcome.runId }, 'job finished');
  } catch (error) {
    log.error({ ...about, err: error }, 'the job could not be closed; its lease runs out and it is claimed again');
  }
}

function loggingFailures({ mapIssue, log }: WorkQueueOptions, about: object): MapIssue {
  return async (order) => {
    try {
      return await mapIssue(order);
    } catch (error) {
      log.warn({ ...about, err: error }, 'mapping ended early');
      throw error;
    }
  };
}
