import type { Job } from '#domain/job.js';
import type { Run } from '#domain/run.js';
import { type IssueLook, isJobOpen, isRunOpen } from './issue-look.js';

export const UPDATE_KINDS = [
  'CURRENT',
  'ISSUE_CHANGED',
  'JOB_QUEUED',
  'JOB_PROGRESS',
  'RUN_STARTED',
  'RUN_ENDED',
  'JOB_ENDED',
] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

/** Something that happened to an issue, with the job or the run that it happened to. */
export interface IssueUpdate {
  readonly kind: UpdateKind;
  readonly issueId: string;
  readonly job: Job | null;
  readonly run: Run | null;
}

/** How an issue stands: its newest job and its newest run. */
export function currentUpdate({ issue, jobs, runs }: IssueLook): IssueUpdate {
  return { kind: 'CURRENT', issueId: issue.id, job: jobs[0] ?? null, run: runs[0] ?? null };
}

/**
 * What happened to an issue between two looks, in an order in which it can have happened: a job is taken up, its run
 * starts and ends, and then the job ends. What came and went between them is told as it stood at the second.
 */
export function updatesBetween(before: IssueLook, after: IssueLook): readonly IssueUpdate[] {
  const issueId = after.issue.id;
  const jobs = changed(before.jobs, after.jobs, jobState);
  const runs = changed(before.runs, after.runs, runState);
  const ofJob = (job: Job): IssueUpdate => ({ kind: jobKind(job), issueId, job, run: null });
  const ofRun = (run: Run): IssueUpdate => ({ kind: runKind(run), issueId, job: null, run });
  return [
    ...(isIssueChanged(before, after) ? [{ kind: 'ISSUE_CHANGED', issueId, job: null, run: null } as const] : []),
    ...jobs.filter(isJobOpen).map(ofJob),
    ...runs.map(ofRun),
    ...jobs.filter((job) => !isJobOpen(job)).map(ofJob),
  ];
}

/** New ones and those in another state, oldest first. */
function changed<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  stateOf: (one: T) => string,
): T[] {
  const known = new Map(before.map((one) => [one.id, stateOf(one)]));
  return after.filter((one) => known.get(one.id) !== stateOf(one)).reverse();
}

function jobState({ state, progress }: Job): string {
  return JSON.stringify([state, progress]);
}

/** The same work done again is the same run, started anew. */
function runState({ state, startedAt }: Run): string {
  return JSON.stringify([state, startedAt]);
}

function jobKind(job: Job): UpdateKind {
  if (!isJobOpen(job)) return 'JOB_ENDED';
  return job.state === 'QUEUED' ? 'JOB_QUEUED' : 'JOB_PROGRESS';
}

function runKind(run: Run): UpdateKind {
  return isRunOpen(run) ? 'RUN_STARTED' : 'RUN_ENDED';
}

function isIssueChanged(before: IssueLook, after: IssueLook): boolean {
  if (JSON.stringify(before.issue) !== JSON.stringify(after.issue)) return true;
  return before.mentions !== null && before.mentions !== after.mentions;
}
