import type { SpreadContext } from './context.js';
import { type JobNode, toJob } from './job.mapper.js';

/** The job of an id, null where there is none. */
export async function loadJob(id: string, context: SpreadContext): Promise<JobNode | null> {
  const job = await context.jobs.load(id);
  return job && toJob(job);
}
