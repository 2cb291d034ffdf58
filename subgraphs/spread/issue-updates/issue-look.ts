import type { Issue } from '#domain/issue.js';
import type { Job } from '#domain/job.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { Store } from '#domain/ports/store.js';
import type { Run } from '#domain/run.js';

export type WatchedPorts = Pick<Store, 'issues' | 'jobs' | 'runs' | 'mentions'>;

/** An issue as one look at the store finds it. */
export interface IssueLook {
  readonly issue: Issue;
  /** Newest first: the latest, and those before them that were under way at the look before. */
  readonly jobs: readonly Job[];
  readonly runs: readonly Run[];
  /** How many mentions it holds; null until they are counted. */
  readonly mentions: number | null;
}

const LATEST = 20;

/** Null when there is no such issue. Jobs are read before runs: a job that is done then has its run, done as well. */
export async function lookAt(
  { issues, jobs, runs }: WatchedPorts,
  issueId: string,
  before: IssueLook | null,
  mentions: number | null,
): Promise<IssueLook | null> {
  const [issue] = await issues.get([issueId]);
  if (!issue) return null;
  const seenJobs = await latestAndOpen(jobs, issueId, before?.jobs.filter(isJobOpen) ?? []);
  const seenRuns = await latestAndOpen(runs, issueId, before?.runs.filter(isRunOpen) ?? []);
  return { issue, jobs: seenJobs, runs: seenRuns, mentions };
}

export function isJobOpen({ state }: Job): boolean {
  return state === 'QUEUED' || state === 'RUNNING';
}

export function isRunOpen({ state }: Run): boolean {
  return state === 'RUNNING';
}

interface Listed<T> {
  get(ids: readonly string[]): Promise<readonly (T | null)[]>;
  page(issueId: string, page: PageRequest): Promise<Page<T>>;
}

async function latestAndOpen<T extends { readonly id: string }>(
  list: Listed<T>,
  issueId: string,
  open: readonly T[],
): Promise<readonly T[]> {
  const latest = (await list.page(issueId, { first: LATEST, after: null })).items.map(({ node }) => node);
  const older = open.map(({ id }) => id).filter((id) => !latest.some((one) => one.id === id));
  if (older.length === 0) return latest;
  return [...latest, ...(await list.get(older)).filter((one) => one !== null)];
}
