import { canonicalJson } from '#domain/canonical-json.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Job, JobState } from '#domain/job.js';
import type { Page, PageRequest } from '#domain/paging.js';
import { type JobQueue, MOST_CLAIMS } from '#domain/ports/job-queue.js';
import type { Progress, RunParameters } from '#domain/run.js';
import { storedParameters } from '#domain/run-parameters.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import { issueKey } from '../issues/issue-key.js';

interface JobRow {
  readonly id: number;
  readonly slug: string;
  readonly parameters: string;
  readonly state: string;
  readonly progress: string | null;
  readonly run_id: string | null;
  readonly error: string | null;
  readonly requested_at: number;
  readonly finished_at: number | null;
}

const JOB = 'SELECT b.*, i.slug FROM job b JOIN issue i ON i.id = b.issue_id';
const CLAIMABLE = `SELECT id FROM job WHERE (state = 'QUEUED' OR (state = 'RUNNING' AND lease_until <= ?))
  AND stop_asked = 0 ORDER BY id LIMIT 1`;
const ANYTHING_TO_DO = `SELECT 1 FROM job WHERE state IN ('QUEUED', 'RUNNING')
  AND (state = 'QUEUED' OR lease_until <= ?) LIMIT 1`;
/** A worker that was asked to stop and died instead of answering. */
const BURY = `UPDATE job SET state = 'STOPPED', finished_at = ?1
  WHERE state = 'RUNNING' AND stop_asked = 1 AND lease_until <= ?1`;
/** A job that went down with every worker that took it up. */
const GIVE_UP = `UPDATE job SET state = 'FAILED', error = 'given up: ${MOST_CLAIMS} workers ended in the middle of it',
  finished_at = ?1 WHERE state = 'RUNNING' AND claims >= ${MOST_CLAIMS} AND lease_until <= ?1`;
const REPORT = `UPDATE job SET lease_until = ?, progress = ?
  WHERE id = ? AND worker = ? AND state = 'RUNNING' AND stop_asked = 0`;
const FINISH = `UPDATE job SET state = ?, run_id = ?, error = ?, finished_at = ?, worker = NULL
  WHERE id = ? AND worker = ? AND state = 'RUNNING'`;
const STOP = `UPDATE job SET stop_asked = 1, state = CASE state WHEN 'QUEUED' THEN 'STOPPED' ELSE state END,
  finished_at = CASE state WHEN 'QUEUED' THEN ?1 ELSE finished_at END WHERE id = ?2 AND state IN ('QUEUED', 'RUNNING')`;

/** A worker has nobody who waits for its answer, and a finished map is not to be lost to a long import. */
const WORKER_PATIENCE_MS = 120_000;

/**
 * Every step is one write transaction, so that two workers never hold one job. The hub asks and works in the thread that
 * serves: while another process writes, that goes on.
 */
export class EmbeddedJobQueue implements JobQueue {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async get(ids: readonly string[]): Promise<readonly (Job | null)[]> {
    const rows = this.#database.all<JobRow>(
      'SELECT b.*, i.slug FROM json_each(?) j CROSS JOIN job b ON b.id = j.value JOIN issue i ON i.id = b.issue_id',
      JSON.stringify(ids.map(jobKey)),
    );
    return inOrderOf(ids, rows, (row) => jobId(row.id), readJob);
  }

  async page(issueId: string, request: PageRequest): Promise<Page<Job>> {
    const [id] = keysetAfter('jobs', ['number'], request) ?? [Number.MAX_SAFE_INTEGER];
    const rows = this.#database.all<JobRow>(
      `SELECT b.*, i.slug FROM issue i CROSS JOIN job b ON b.issue_id = i.id
       WHERE i.slug = ? AND b.id < ? ORDER BY b.id DESC LIMIT ?`,
      issueId,
      id!,
      request.first + 1,
    );
    return keysetPage('jobs', request, rows, readJob, (row) => [row.id]);
  }

  async request(issueId: string, parameters: RunParameters): Promise<Job> {
    return this.#database.transactionWhenFree(() => {
      const key = issueKey(this.#database, issueId);
      const asked = canonicalJson(parameters);
      const same = `SELECT id FROM job WHERE state = 'QUEUED' AND issue_id = ? AND parameters = ?`;
      const queued = this.#database.get<{ id: number }>(same, key, asked);
      if (queued !== undefined) return this.#read(queued.id);
      const add = `INSERT INTO job (issue_id, parameters, state, requested_at) VALUES (?, ?, 'QUEUED', ?)`;
      return this.#read(this.#database.run(add, key, asked, this.#now()).lastId);
    });
  }

  async claim(worker: string, leaseMs: number): Promise<Job | null> {
    // Workers ask often and mostly for nothing: that must not wait for an import that is writing.
    if (this.#database.get(ANYTHING_TO_DO, this.#now()) === undefined) return null;
    return this.#whenFree(() => {
      const now = this.#now();
      this.#database.run(BURY, now);
      this.#database.run(GIVE_UP, now);
      const next = this.#database.get<{ id: number }>(CLAIMABLE, now);
      if (next === undefined) return null;
      const take = `UPDATE job SET state = 'RUNNING', worker = ?, lease_until = ?, progress = NULL, claims = claims + 1
        WHERE id = ?`;
      this.#database.run(take, worker, now + leaseMs, next.id);
      return this.#read(next.id);
    });
  }

  async report(jobIdText: string, worker: string, leaseMs: number, progress: Progress): Promise<boolean> {
    // The lease begins when it is written: there may be a long wait before.
    const changes = await this.#whenFree(
      () =>
        this.#database.run(REPORT, this.#now() + leaseMs, JSON.stringify(progress), jobKey(jobIdText), worker).changes,
    );
    return changes === 1;
  }

  async finish(jobIdText: string, worker: string, outcome: Pick<Job, 'state' | 'runId' | 'error'>): Promise<void> {
    const { state, runId, error } = outcome;
    await this.#whenFree(() => this.#database.run(FINISH, state, runId, error, this.#now(), jobKey(jobIdText), worker));
  }

  async stop(jobIdText: string): Promise<Job> {
    return this.#database.transactionWhenFree(() => {
      this.#database.run(STOP, this.#now(), jobKey(jobIdText));
      return this.#read(jobKey(jobIdText), jobIdText);
    });
  }

  #whenFree<T>(work: () => T): Promise<T> {
    return this.#database.transactionWhenFree(work, WORKER_PATIENCE_MS);
  }

  #read(key: number, asked = jobId(key)): Job {
    const row = this.#database.get<JobRow>(`${JOB} WHERE b.id = ?`, key);
    if (row === undefined)
      throw new CodedError('NOT_FOUND', `there is no job "${asked.slice(0, 80)}"`, { at: 'jobId' });
    return readJob(row);
  }
}

function jobId(key: number): string {
  return `job-${key}`;
}

/** -1 for a text that is no id of a job. */
function jobKey(id: string): number {
  return Number(/^job-(\d{1,15})$/.exec(id)?.[1] ?? -1);
}

function readJob(row: JobRow): Job {
  return {
    id: jobId(row.id),
    issueId: row.slug,
    parameters: storedParameters(JSON.parse(row.parameters)),
    state: row.state as JobState,
    progress: row.progress === null ? null : (JSON.parse(row.progress) as Progress),
    runId: row.run_id,
    error: row.error,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
  };
}
