import type { Store } from '#domain/ports/store.js';
import { mapIssue } from '#graph-jobs/map-issue/map-issue.js';
import { workQueue } from '#graph-jobs/work-queue/work-queue.js';
import type { Logger } from '#platform/logger.js';

const LEASE_MS = 30_000;
const POLL_MS = 1000;

/** A job worker beside the hub in this process; each job runs in a thread of its own. Stops the job at hand when closed. */
export function startWorker(store: Store, dataFolder: string, log: Logger): { close(): Promise<void> } {
  const stop = new AbortController();
  const done = workQueue({
    jobs: store.jobs,
    mapIssue: (order) => mapIssue({ ...order, dataFolder }),
    worker: `hub-${process.pid}`,
    leaseMs: LEASE_MS,
    pollMs: POLL_MS,
    signal: stop.signal,
    log,
  });
  return {
    close: () => {
      stop.abort();
      return done;
    },
  };
}
