import type { JobState } from '#domain/job.js';
import type { TransferredJob } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

interface JobRow extends Omit<TransferredJob, 'state' | 'stopAsked'> {
  readonly state: string;
  readonly stopAsked: number;
}

const READ = `SELECT b.id AS number, i.slug AS issueId, b.parameters, b.state, b.progress, b.run_id AS runId, b.error, b.worker,
    b.lease_until AS leaseUntil, b.claims, b.stop_asked AS stopAsked, b.requested_at AS requestedAt,
    b.finished_at AS finishedAt
  FROM job b CROSS JOIN issue i ON i.id = b.issue_id WHERE b.id > ? ORDER BY b.id LIMIT ?`;
const PUT = `INSERT OR REPLACE INTO job (id, issue_id, parameters, state, progress, run_id, error, worker, lease_until, claims,
  stop_asked, requested_at, finished_at)
  VALUES (?, (SELECT id FROM issue WHERE slug = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function jobTransfer(database: Database): KindTransfer<'jobs'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM job'),
    read: (after) =>
      readSlice<'jobs', JobRow>(
        database,
        READ,
        [after?.[0] ?? 0],
        (row) => ({ ...row, state: row.state as JobState, stopAsked: row.stopAsked === 1 }),
        ({ number }) => [number],
      ),
    write: (records) => {
      for (const job of records) {
        const asked = [job.number, job.issueId, job.parameters, job.state, job.progress, job.runId, job.error];
        const held = [job.worker, job.leaseUntil, job.claims, Number(job.stopAsked)];
        database.run(PUT, ...asked, ...held, job.requestedAt, job.finishedAt);
      }
    },
  };
}
