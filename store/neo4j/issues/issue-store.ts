import type { Issue, NewIssue, SharingChange } from '#domain/issue.js';
import { compileIssueQuery } from '#domain/issue-query/compile-issue-query.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { CarriedColumns, IssueFilter, IssueStore, ProgressListener } from '#domain/ports/issue-store.js';
import { checkIssueId, unknownIssue } from '../../issues/issue-faults.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import { ISSUE_PAGE, ISSUES, QUERY_VERSIONS } from './issue.cypher.js';
import { IssueChanges } from './issue-changes.js';
import { readColumns } from './issue-columns.js';

interface QueryVersion {
  readonly version: number;
  readonly query: string;
  readonly since: number;
}

export class Neo4jIssueStore implements IssueStore {
  readonly #connection: Neo4jConnection;
  readonly #changes: IssueChanges;
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#changes = new IssueChanges(connection);
    this.#now = now;
  }

  async get(ids: readonly string[]): Promise<readonly (Issue | null)[]> {
    const rows = await this.#connection.read<{ issue: Issue }>(ISSUES, { ids });
    return inOrderOf(
      ids,
      rows,
      ({ issue }) => issue.id,
      ({ issue }) => issue,
    );
  }

  async page(filter: IssueFilter, request: PageRequest): Promise<Page<Issue>> {
    const after = keysetAfter('issues', ['string'], request);
    const rows = await this.#connection.read<{ issue: Issue }>(ISSUE_PAGE, {
      after: after?.[0] ?? '',
      ownerAgencyId: filter.ownerAgencyId ?? null,
      sharedWith: filter.sharedWith ?? null,
      regions: filter.seenBy?.regions ?? null,
      agencyId: filter.seenBy?.agencyId ?? null,
      limit: request.first + 1,
    });
    return keysetPage(
      'issues',
      request,
      rows,
      ({ issue }) => issue,
      ({ issue }) => [issue.id],
    );
  }

  async create(issue: NewIssue, onProgress?: ProgressListener): Promise<Issue> {
    checkIssueId(issue.id);
    compileIssueQuery(issue.query);
    return this.#changes.create(issue, this.#now(), onProgress);
  }

  async changeQuery(issueId: string, query: string, onProgress?: ProgressListener): Promise<Issue> {
    compileIssueQuery(query);
    const [issue] = await this.get([issueId]);
    if (!issue) throw unknownIssue(issueId);
    return issue.query === query ? issue : this.#changes.changeQuery(issueId, query, this.#now(), onProgress);
  }

  share(issueId: string, change: SharingChange): Promise<Issue> {
    return this.#changes.share(issueId, change, this.#now());
  }

  async queryVersions(issueId: string): Promise<readonly QueryVersion[]> {
    const versions = await this.#connection.read<QueryVersion>(QUERY_VERSIONS, { id: issueId });
    if (versions.length === 0) throw unknownIssue(issueId);
    return versions;
  }

  columns(issueId: string, onProgress?: ProgressListener, carry?: CarriedColumns): Promise<MentionColumns> {
    return readColumns(this.#connection, issueId, onProgress, carry);
  }
}
