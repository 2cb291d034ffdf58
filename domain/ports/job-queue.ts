import type { Job } from '../job.js';
import type { Page, PageRequest } from '../paging.js';
import type { Progress, RunParameters } from '../run.js';

/** A job that this many workers took up and none brought to an end is FAILED: it may be what ends them. */
export const MOST_CLAIMS = 5;

/** Requests to map issues. A worker holds a job by a lease; a job whose worker died is claimed again, up to MOST_CLAIMS. */
export interface JobQueue {
  get(ids: readonly string[]): Promise<readonly (Job | null)[]>;
  /** Newest first. */
  page(issueId: string, page: PageRequest): Promise<Page<Job>>;
  /** A request for the same issue and parameters that is still queued is given back instead of a second one. */
  request(issueId: string, parameters: RunParameters): Promise<Job>;
  /** The oldest queued job, or a running one whose lease ran out; null when there is nothing to do. */
  claim(worker: string, leaseMs: number): Promise<Job | null>;
  /** Prolongs the lease and shows progress. False when the job was stopped or taken over: give it up. */
  report(jobId: string, worker: string, leaseMs: number, progress: Progress): Promise<boolean>;
  finish(jobId: string, worker: string, outcome: Pick<Job, 'state' | 'runId' | 'error'>): Promise<void>;
  /** Asks for a stop: a queued job ends at once, a running one at its next report. */
  stop(jobId: string): Promise<Job>;
}
