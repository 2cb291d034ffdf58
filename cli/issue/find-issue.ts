import { CodedError } from '#domain/errors/coded-error.js';
import type { Issue } from '#domain/issue.js';
import type { IssueStore } from '#domain/ports/issue-store.js';

/** Throws NOT_FOUND. */
export async function findIssue(issues: IssueStore, issueId: string): Promise<Issue> {
  const [issue] = await issues.get([issueId]);
  if (issue) return issue;
  throw new CodedError('NOT_FOUND', `there is no issue "${issueId}"`, {
    at: 'issue',
    hint: 'see "jejaring issue list"',
  });
}
