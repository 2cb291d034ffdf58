import { seesIssue } from '#domain/access/region-scope.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { SpreadContext } from './context.js';
import { toRun } from './run.mapper.js';
import type { Run } from './run.type.js';

/** The run of an id, null where there is none of an issue that the caller sees. */
export async function loadRun(id: string, context: SpreadContext): Promise<Run | null> {
  const run = await context.runs.load(id);
  return run && (await isSeen(run.issueId, context)) ? toRun(run) : null;
}

/** Throws NOT_FOUND for an issue that the caller does not see. */
export async function mustSeeIssue(issueId: string, context: SpreadContext): Promise<void> {
  if (!(await isSeen(issueId, context))) throw unknownIssue(issueId);
}

/** Who sees all regions sees all issues: nothing is looked up for them. */
async function isSeen(issueId: string, { issues, caller }: SpreadContext): Promise<boolean> {
  if (caller.regions === null) return true;
  const issue = await issues.load(issueId);
  return issue !== null && seesIssue(caller, issue);
}

/** The id of the newest run that is done of an issue, null before the first. */
export async function latestRunId(issueId: string, context: SpreadContext): Promise<string | null> {
  return (await context.latestRuns.load(issueId))?.id ?? null;
}

/** The same for an issue that a caller names. Throws NOT_FOUND for an unknown issue and NO_RUN_YET before the first run. */
export async function namedIssueRunId(issueId: string, context: SpreadContext): Promise<string> {
  const id = await latestRunId(issueId, context);
  if (id !== null) return id;
  await mustBeIssue(issueId, context);
  throw new CodedError('NO_RUN_YET', `the issue "${issueId}" has not been mapped yet`, {
    at: 'issue',
    hint: 'ask for a run (mutation requestRun, or "jejaring map") and try again when it is done',
  });
}

/** Throws NOT_FOUND when there is no such issue. */
export async function mustBeIssue(issueId: string, context: SpreadContext): Promise<void> {
  if ((await context.issues.load(issueId)) === null) throw unknownIssue(issueId);
}

export function unknownIssue(issueId: string): CodedError {
  return new CodedError('NOT_FOUND', `there is no issue "${issueId}"`, {
    at: 'issue',
    hint: 'the query issues lists them',
  });
}
