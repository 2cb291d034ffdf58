import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Job, JobState } from '#domain/job.js';
import type { Page, PageRequest } from '#domain/paging.js';
import { type JobQueue, MOST_CLAIMS } from '#domain/ports/job-queue.js';
import type { Progress, RunParameters } from '#domain/run.js';
import { storedParameters } from '#domain/run-parameters.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import * as statements from './job-queue.cypher.js';
import { assertIssue } from './known-issue.js';

interface JobNode {
  readonly id: string;
  readonly number: number;
  readonly issueId: string;
  readonly parameters: string;
  readonly state: JobState;
  readonly progress?: string;
  readonly runId?: string;
  readonly error?: string;
  readonly requestedAt: number;
  readonly finishedAt?: number;
}

interface JobRow {
  readonly job: JobNode;
}

const GIVEN_UP = `given up: ${MOST_CLAIMS} workers ended in the middle of it`;

/** Every step is one transaction that holds the lock of the queue, so that two workers never hold one job. */
export class Neo4jJobQueue implements JobQueue {
  readonly #connection: Neo4jConnection;
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  async get(ids: readonly string[]): Promise<readonly (Job | null)[]> {
    const rows = await this.#connection.read<JobRow>(statements.JOBS, { ids });
    return inOrderOf(ids, rows, ({ job }) => job.id, readJob);
  }

  async page(issueId: string, request: PageRequest): Promise<Page<Job>> {
    const [before] = keysetAfter('jobs', ['number'], request) ?? [Number.MAX_SAFE_INTEGER];
    const rows = await this.#connection.read<JobRow>(statements.JOBS_OF_ISSUE, {
      issueId,
      before,
      limit: request.first + 1,
    });
    return keysetPage('jobs', request, rows, readJob, ({ job }) => [job.number]);
  }

  request(issueId: string, parameters: RunParameters): Promise<Job> {
    const asked = { issueId, parameters: canonicalJson(parameters) };
    return this.#locked(async (cypher, now) => {
      await assertIssue(cypher, issueId);
      const [queued] = await cypher.run<JobRow>(statements.SAME_REQUEST, asked);
      if (queued !== undefined) return readJob(queued);
      const [added] = await cypher.run<JobRow>(statements.ADD_JOB, { ...asked, now });
      return readJob(added!);
    });
  }

  async claim(worker: string, leaseMs: number): Promise<Job | null> {
    const open = await this.#connection.read(statements.ANYTHING_TO_DO, { now: this.#now() });
    if (open.length === 0) return null;
    const claim = randomUUID();
    return this.#locked(async (cypher, now) => {
      const [taken] = await cypher.run<JobRow>(statements.TAKEN_BEFORE, { claim });
      if (taken !== undefined) return readJob(taken);
      await cypher.run(statements.BURY, { now });
      await cypher.run(statements.GIVE_UP, { now, mostClaims: MOST_CLAIMS, error: GIVEN_UP });
      const [next] = await cypher.run<JobRow>(statements.TAKE_OLDEST, { worker, claim, leaseMs, now });
      return next === undefined ? null : readJob(next);
    });
  }

  report(id: string, worker: string, leaseMs: number, progress: Progress): Promise<boolean> {
    const said = { id, worker, leaseMs, progress: JSON.stringify(progress) };
    return this.#locked(async (cypher, now) => (await cypher.run(statements.REPORT, { ...said, now })).length === 1);
  }

  async finish(id: string, worker: string, outcome: Pick<Job, 'state' | 'runId' | 'error'>): Promise<void> {
    const { state, runId, error } = outcome;
    await this.#locked((cypher, now) => cypher.run(statements.FINISH, { id, worker, state, runId, error, now }));
  }

  stop(id: string): Promise<Job> {
    return this.#locked(async (cypher, now) => {
      const [stopped] = await cypher.run<JobRow>(statements.STOP, { id, now });
      if (stopped === undefined)
        throw new CodedError('NOT_FOUND', `there is no job "${id.slice(0, 80)}"`, { at: 'jobId' });
      return readJob(stopped);
    });
  }

  #locked<T>(work: (cypher: Cypher, now: number) => Promise<T>): Promise<T> {
    return this.#connection.write(async (cypher) => {
      const now = this.#now();
      await cypher.run(statements.LOCK_QUEUE, { now });
      return work(cypher, now);
    });
  }
}

function readJob({ job }: JobRow): Job {
  return {
    id: job.id,
    issueId: job.issueId,
    parameters: storedParameters(JSON.parse(job.parameters)),
    state: job.state,
    progress: job.progress === undefined ? null : (JSON.parse(job.progress) as Progress),
    runId: job.runId ?? null,
    error: job.error ?? null,
    requestedAt: job.requestedAt,
    finishedAt: job.finishedAt ?? null,
  };
}
