import { hostname } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { mapIssue } from '#graph-jobs/map-issue/map-issue.js';
import { workQueue } from '#graph-jobs/work-queue/work-queue.js';
import { readEnvironment } from '#platform/environment.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import type { RegisterCommand } from '../register-command.js';

interface WorkerOptions {
  readonly once?: true;
  readonly poll: number;
  readonly data?: string;
}

const LEASE_MS = 30_000;

const EXAMPLES = `
Examples:
  $ jejaring worker
  $ jejaring worker --once      work off what is queued, then end

Jobs are queued by "jejaring issue queue". A worker holds a job by a lease of ${LEASE_MS / 1000} s that it prolongs; should it
die or be stopped, another one takes the job over. Several workers may run on one store.
`;

export const registerWorker: RegisterCommand = (program) => {
  program
    .command('worker')
    .description('run the queued map jobs, until stopped')
    .option('--once', 'end when the queue is empty')
    .option('--poll <seconds>', 'how often to look for jobs', seconds, 2)
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(work);
};

async function work(options: WorkerOptions): Promise<void> {
  const { dataFolder, logLevel } = readEnvironment(process.env, options);
  const log = createLogger('worker', logLevel);
  const signal = stopOnSignal('stopping after the work at hand …');
  const store = await openStore({ dataFolder });
  log.info({ dataFolder }, 'waiting for jobs');
  try {
    await workQueue({
      jobs: store.jobs,
      mapIssue: (order) => mapIssue({ ...order, dataFolder }),
      worker: `${hostname()}-${process.pid}`,
      leaseMs: LEASE_MS,
      pollMs: options.poll * 1000,
      once: options.once === true,
      signal,
      log,
    });
  } finally {
    await store.close();
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError('must be a number of seconds up to 3600.');
  return value;
}
