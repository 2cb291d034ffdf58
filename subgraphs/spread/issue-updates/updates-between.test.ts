import type { Job } from '#domain/job.js';
import { DEFAULT_RUN_PARAMETERS as parameters, type Run } from '#domain/run.js';
import type { IssueLook } from './issue-look.js';
import { currentUpdate, updatesBetween } from './updates-between.js';

const issue = {
  ...{ id: 'banjir', title: 'Banjir', query: 'banjir', queryVersion: 1, ownerAgencyId: null, sharedWith: [] },
  ...{ createdAt: 0, updatedAt: 0 },
};
const job = (id: string, more: Partial<Job> = {}): Job => ({
  ...{ id, issueId: 'banjir', parameters, state: 'QUEUED', progress: null, runId: null, error: null },
  ...{ requestedAt: 0, finishedAt: null, ...more },
});
const run = (id: string, more: Partial<Run> = {}): Run => ({
  ...{ id, issueId: 'banjir', queryVersion: 1, state: 'RUNNING', inputHash: '', parameters, engineReason: null },
  ...{ codeVersion: '', counts: {}, timings: {}, startedAt: 1, finishedAt: null, error: null, ...more },
});
const look = (more: Partial<IssueLook> = {}): IssueLook => ({ issue, jobs: [], runs: [], mentions: null, ...more });
const told = (before: IssueLook, after: IssueLook) =>
  updatesBetween(before, after).map(({ kind, ...of }) => [kind, of.job?.id ?? of.run?.id ?? null]);

test('nothing new, nothing told', () => {
  const same = look({ jobs: [job('1')], runs: [run('a')], mentions: 4 });
  expect(updatesBetween(same, structuredClone(same))).toEqual([]);
});

test('a job from request to end', () => {
  const extract = job('1', { state: 'RUNNING', progress: { stage: 'extract', done: 0, total: 9 } });
  const further = job('1', { state: 'RUNNING', progress: { stage: 'extract', done: 5, total: 9 } });
  const looks = [
    look(),
    look({ jobs: [job('1')] }),
    look({ jobs: [extract] }),
    look({ jobs: [further], runs: [run('a')] }),
    look({ jobs: [job('1', { state: 'FAILED' })], runs: [run('a', { state: 'FAILED' })] }),
  ];
  const kinds = looks.slice(1).map((after, i) => told(looks[i]!, after));
  expect(kinds).toEqual([
    [['JOB_QUEUED', '1']],
    [['JOB_PROGRESS', '1']],
    [
      ['JOB_PROGRESS', '1'],
      ['RUN_STARTED', 'a'],
    ],
    [
      ['RUN_ENDED', 'a'],
      ['JOB_ENDED', '1'],
    ],
  ]);
});

test('several at once come oldest first', () => {
  const after = look({ jobs: [job('3'), job('2'), job('1', { state: 'STOPPED' })] });
  expect(told(look(), after)).toEqual([
    ['JOB_QUEUED', '2'],
    ['JOB_QUEUED', '3'],
    ['JOB_ENDED', '1'],
  ]);
});

test('the same work done again is told again', () => {
  const done = (startedAt: number) => look({ runs: [run('a', { state: 'DONE', startedAt })] });
  expect(told(done(1), done(2))).toEqual([['RUN_ENDED', 'a']]);
});

test('an issue changes by its query and by mentions, not by their first count', () => {
  const counted = (mentions: number | null) => look({ mentions });
  expect(told(counted(null), counted(4))).toEqual([]);
  expect(told(counted(4), counted(3))).toEqual([['ISSUE_CHANGED', null]]);
  expect(told(look(), look({ issue: { ...issue, queryVersion: 2 } }))).toEqual([['ISSUE_CHANGED', null]]);
});

test('how it stands is told with the newest job and run', () => {
  const stands = currentUpdate(look({ jobs: [job('2'), job('1')], runs: [run('b'), run('a')] }));
  expect([stands.kind, stands.job?.id, stands.run?.id]).toEqual(['CURRENT', '2', 'b']);
});
