import type { Issue } from '#domain/issue.js';
import type { Issue as IssueType } from './issue.type.js';

export function toIssue(issue: Issue): IssueType {
  const { id, title, query, queryVersion, ownerAgencyId, sharedWith, createdAt, updatedAt } = issue;
  return {
    id,
    title,
    query,
    queryVersion,
    ownerAgency: ownerAgencyId === null ? null : { id: ownerAgencyId },
    sharedWith: sharedWith.map((code) => ({ code })),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}
