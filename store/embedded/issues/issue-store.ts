import type { Issue, NewIssue, SharingChange } from '#domain/issue.js';
import { compileIssueQuery } from '#domain/issue-query/compile-issue-query.js';
import { changedSharing } from '#domain/issue-sharing.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { CarriedColumns, IssueFilter, IssueStore, ProgressListener } from '#domain/ports/issue-store.js';
import { checkIssueId, issueExists } from '../../issues/issue-faults.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database, SqlValue } from '../database.js';
import type { IssueColumns } from './issue-columns.js';
import { issueKey } from './issue-key.js';
import type { IssueMembership } from './issue-membership.js';

interface IssueRow {
  readonly slug: string;
  readonly title: string;
  readonly query: string;
  readonly query_version: number;
  readonly owner_agency_id: string | null;
  readonly shared_with: string;
  readonly created_at: number;
  readonly updated_at: number;
}

interface Parts {
  readonly database: Database;
  readonly membership: IssueMembership;
  readonly columns: IssueColumns;
  readonly now: () => number;
  /** Makes issues elsewhere, for processes that serve. Default: in this thread. */
  readonly createElsewhere?: ((issue: NewIssue) => Promise<Issue>) | undefined;
}

const INSERT = `INSERT INTO issue (slug, title, query, query_version, owner_agency_id, shared_with, created_at, updated_at)
  VALUES (?, ?, ?, 1, ?, ?, ?, ?)`;
/** Shared with a region, with one around it or in it. */
const SEEN_BY = `(owner_agency_id = ? OR EXISTS (SELECT 1 FROM json_each(shared_with) s, json_each(?) own
  WHERE instr(own.value || '.', s.value || '.') = 1 OR instr(s.value || '.', own.value || '.') = 1))`;
const ADD_VERSION = 'INSERT INTO issue_query (issue_id, version, query, since) VALUES (?, ?, ?, ?)';

export class EmbeddedIssueStore implements IssueStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async get(ids: readonly string[]): Promise<readonly (Issue | null)[]> {
    const rows = this.#parts.database.all<IssueRow>(
      'SELECT i.* FROM json_each(?) j CROSS JOIN issue i ON i.slug = j.value',
      JSON.stringify(ids),
    );
    return inOrderOf(ids, rows, (row) => row.slug, readIssue);
  }

  async page(filter: IssueFilter, request: PageRequest): Promise<Page<Issue>> {
    const after = keysetAfter('issues', ['string'], request);
    const conditions = ['slug > ?'];
    const values: SqlValue[] = [after?.[0] ?? ''];
    if (filter.ownerAgencyId !== undefined) {
      conditions.push('owner_agency_id = ?');
      values.push(filter.ownerAgencyId);
    }
    if (filter.sharedWith !== undefined) {
      conditions.push("EXISTS (SELECT 1 FROM json_each(shared_with) WHERE instr(? || '.', value || '.') = 1)");
      values.push(filter.sharedWith);
    }
    if (filter.seenBy !== undefined) {
      conditions.push(SEEN_BY);
      values.push(filter.seenBy.agencyId, JSON.stringify(filter.seenBy.regions));
    }
    const sql = `SELECT * FROM issue WHERE ${conditions.join(' AND ')} ORDER BY slug LIMIT ?`;
    const rows = this.#parts.database.all<IssueRow>(sql, ...values, request.first + 1);
    return keysetPage('issues', request, rows, readIssue, (row) => [row.slug]);
  }

  async create(issue: NewIssue, onProgress?: ProgressListener): Promise<Issue> {
    const { id, title, query, ownerAgencyId, sharedWith } = issue;
    checkIssueId(id);
    compileIssueQuery(query);
    const { database, membership, now, createElsewhere } = this.#parts;
    if (createElsewhere !== undefined) return createElsewhere(issue);
    return database.transaction(() => {
      if (this.#find(id) !== null) throw issueExists(id);
      const at = now();
      const { lastId } = database.run(INSERT, id, title, query, ownerAgencyId, JSON.stringify(sharedWith), at, at);
      database.run(ADD_VERSION, lastId, 1, query, at);
      membership.rebuild(lastId, query, onProgress);
      return this.#find(id)!;
    });
  }

  async changeQuery(issueId: string, query: string, onProgress?: ProgressListener): Promise<Issue> {
    compileIssueQuery(query);
    const { database, membership, now } = this.#parts;
    return database.transaction(() => {
      const key = issueKey(database, issueId);
      const issue = this.#find(issueId)!;
      if (issue.query === query) return issue;
      const version = issue.queryVersion + 1;
      const at = now();
      database.run(
        'UPDATE issue SET query = ?, query_version = ?, updated_at = ? WHERE id = ?',
        query,
        version,
        at,
        key,
      );
      database.run(ADD_VERSION, key, version, query, at);
      membership.rebuild(key, query, onProgress);
      return this.#find(issueId)!;
    });
  }

  async share(issueId: string, change: SharingChange): Promise<Issue> {
    const { database, now } = this.#parts;
    return database.transactionWhenFree(() => {
      const key = issueKey(database, issueId);
      const issue = this.#find(issueId)!;
      const sharedWith = changedSharing(issue.sharedWith, change);
      if (sharedWith === null) return issue;
      database.run(
        'UPDATE issue SET shared_with = ?, updated_at = ? WHERE id = ?',
        JSON.stringify(sharedWith),
        now(),
        key,
      );
      return this.#find(issueId)!;
    });
  }

  async queryVersions(issueId: string): Promise<readonly { version: number; query: string; since: number }[]> {
    const { database } = this.#parts;
    return database
      .all<{ version: number; query: string; since: number }>(
        'SELECT version, query, since FROM issue_query WHERE issue_id = ? ORDER BY version',
        issueKey(database, issueId),
      )
      .map(({ version, query, since }) => ({ version, query, since }));
  }

  async columns(issueId: string, onProgress?: ProgressListener, carry?: CarriedColumns): Promise<MentionColumns> {
    return this.#parts.columns.read(issueKey(this.#parts.database, issueId), onProgress, carry);
  }

  #find(id: string): Issue | null {
    const row = this.#parts.database.get<IssueRow>('SELECT * FROM issue WHERE slug = ?', id);
    return row === undefined ? null : readIssue(row);
  }
}

function readIssue(row: IssueRow): Issue {
  return {
    id: row.slug,
    title: row.title,
    query: row.query,
    queryVersion: row.query_version,
    ownerAgencyId: row.owner_agency_id,
    sharedWith: JSON.parse(row.shared_with) as string[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
