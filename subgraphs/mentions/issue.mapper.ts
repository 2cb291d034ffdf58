import type { Issue } from '#domain/issue.js';
import type { IssueStore } from '#domain/ports/issue-store.js';
import type { Issue as IssueType, QueryVersion } from './issue.type.js';

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

type Version = Awaited<ReturnType<IssueStore['queryVersions']>>[number];

export function toQueryVersion({ version, query, since }: Version): QueryVersion {
  return { version, query, since: new Date(since) };
}
