import { CodedError } from '#domain/errors/coded-error.js';
import type { Issue } from '#domain/issue.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { CarriedColumns, IssueStore, ProgressListener } from '#domain/ports/issue-store.js';
import { inputHash } from './input-hash.js';

/** What a run works on. */
export interface IssueInput {
  readonly issue: Issue;
  readonly columns: MentionColumns;
  readonly inputHash: string;
}

/**
 * Reads an issue and its mentions. Throws NOT_FOUND. Should the query change while the mentions are read, they are read
 * again, so that the version in the run is the one that chose them.
 */
export async function extractIssue(
  issues: IssueStore,
  issueId: string,
  onProgress?: ProgressListener,
  carry: CarriedColumns = {},
): Promise<IssueInput> {
  const issue = await issueBefore(issues, issueId);
  const columns = await issues.columns(issueId, onProgress, carry);
  const [after] = await issues.get([issueId]);
  if (after?.queryVersion !== issue.queryVersion) return extractIssue(issues, issueId, onProgress, carry);
  return { issue, columns, inputHash: inputHash(columns) };
}

async function issueBefore(issues: IssueStore, issueId: string): Promise<Issue> {
  const [issue] = await issues.get([issueId]);
  if (issue) return issue;
  throw new CodedError('NOT_FOUND', `there is no issue "${issueId}"`, {
    at: 'issue',
    hint: 'see "jejaring issue list", or create it with "jejaring issue add"',
  });
}
