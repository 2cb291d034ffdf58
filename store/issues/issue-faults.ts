import { CodedError } from '#domain/errors/coded-error.js';
import { isIssueId } from '#domain/issue.js';

/** Throws BAD_PARAMETERS. */
export function checkIssueId(id: string): void {
  if (isIssueId(id)) return;
  throw new CodedError('BAD_PARAMETERS', `"${id.slice(0, 80)}" cannot be the id of an issue`, {
    at: 'id',
    hint: 'use lower-case letters, digits and single hyphens, at most 64 characters: banjir-jakarta',
  });
}

export function issueExists(id: string): CodedError {
  return new CodedError('ISSUE_EXISTS', `there is an issue ${id} already`, {
    at: 'id',
    hint: 'choose another id, or change the query of that issue',
  });
}

export function unknownIssue(id: string): CodedError {
  return new CodedError('NOT_FOUND', `there is no issue "${id.slice(0, 80)}"`, {
    at: 'issueId',
    hint: '"jejaring issue list" lists them',
  });
}
