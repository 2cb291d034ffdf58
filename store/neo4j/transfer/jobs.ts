import type { TransferredJob } from '#domain/transfer/transfer-records.js';
import { COUNT_JOBS, PUT_JOBS, READ_JOBS } from './jobs.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { passNumbers } from './sequences.js';

type JobNode = TransferredJob & { readonly id: string };

/** A running job comes over as it is: whoever works for the target claims it once its lease has run out. */
export const jobTransfer: KindTransfer<'jobs'> = {
  count: (cypher) => countBy(cypher, COUNT_JOBS),
  read: (cypher, after) =>
    readSlice<'jobs', JobNode>(
      cypher,
      READ_JOBS,
      { after: after?.[0] ?? '', rows: 5_000 },
      (job) => ({
        number: job.number,
        issueId: job.issueId,
        parameters: job.parameters,
        state: job.state,
        progress: job.progress ?? null,
        runId: job.runId ?? null,
        error: job.error ?? null,
        worker: job.worker ?? null,
        leaseUntil: job.leaseUntil ?? null,
        claims: job.claims,
        stopAsked: job.stopAsked,
        requestedAt: job.requestedAt,
        finishedAt: job.finishedAt ?? null,
      }),
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    const jobs = records.map((job) => ({ ...job, id: `job-${job.number}` }));
    await cypher.run(PUT_JOBS, { jobs });
    await passNumbers(
      cypher,
      'job',
      records.map(({ number }) => number),
    );
  },
};
