import { MENTION_KINDS, mentionId, STREAMS } from '#domain/mention.js';
import type { TransferredMembership, TransferredQueryVersion } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';
import { mentionKeys } from './mention-keys.js';

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

interface MembershipRow {
  readonly issue_id: number;
  readonly slug: string;
  readonly published_at: number;
  readonly mention_id: number;
  readonly platform_id: number;
  readonly native_id: string;
  readonly stream: number;
  readonly kind: number;
}

const PUT_ISSUE = `INSERT INTO issue (slug, title, query, query_version, owner_agency_id, shared_with, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (slug) DO UPDATE SET title = excluded.title, query = excluded.query, query_version = excluded.query_version,
    owner_agency_id = excluded.owner_agency_id, shared_with = excluded.shared_with, created_at = excluded.created_at,
    updated_at = excluded.updated_at`;
const READ_VERSIONS = `SELECT i.slug AS issueId, q.version, q.query, q.since FROM issue i CROSS JOIN issue_query q ON q.issue_id = i.id
  WHERE (i.slug, q.version) > (?, ?) ORDER BY i.slug, q.version LIMIT ?`;
const PUT_VERSION = `INSERT OR REPLACE INTO issue_query (issue_id, version, query, since)
  VALUES ((SELECT id FROM issue WHERE slug = ?), ?, ?, ?)`;
const READ_MEMBERSHIPS = `SELECT t.issue_id, i.slug, t.published_at, t.mention_id, t.platform_id, m.native_id, t.stream, t.kind
  FROM issue_mention t CROSS JOIN issue i ON i.id = t.issue_id CROSS JOIN mention m ON m.id = t.mention_id
  WHERE (t.issue_id, t.published_at, t.mention_id) > (?, ?, ?) ORDER BY t.issue_id, t.published_at, t.mention_id LIMIT ?`;
const PUT_MEMBERSHIP = `INSERT OR REPLACE INTO issue_mention (issue_id, published_at, mention_id, platform_id, stream, kind)
  VALUES (?, ?, ?, ?, ?, ?)`;

export function issueTransfer(database: Database): KindTransfer<'issues'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM issue'),
    read: (after) =>
      readSlice<'issues', IssueRow>(
        database,
        'SELECT * FROM issue WHERE slug > ? ORDER BY slug LIMIT ?',
        [after?.[0] ?? ''],
        (row) => ({
          id: row.slug,
          title: row.title,
          query: row.query,
          queryVersion: row.query_version,
          ownerAgencyId: row.owner_agency_id,
          sharedWith: JSON.parse(row.shared_with) as string[],
          createdAt: row.created_at,
          updatedAt: row.updated_at,
        }),
        ({ slug }) => [slug],
      ),
    write: (records) => {
      for (const { id, title, query, queryVersion, ownerAgencyId, sharedWith, createdAt, updatedAt } of records) {
        const shared = JSON.stringify(sharedWith);
        database.run(PUT_ISSUE, id, title, query, queryVersion, ownerAgencyId, shared, createdAt, updatedAt);
      }
    },
  };
}

export function queryVersionTransfer(database: Database): KindTransfer<'queryVersions'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM issue_query'),
    read: (after) =>
      readSlice<'queryVersions', TransferredQueryVersion>(
        database,
        READ_VERSIONS,
        after ?? ['', 0],
        ({ issueId, version, query, since }) => ({ issueId, version, query, since }),
        ({ issueId, version }) => [issueId, version],
      ),
    write: (records) => {
      for (const { issueId, version, query, since } of records)
        database.run(PUT_VERSION, issueId, version, query, since);
    },
  };
}

export function membershipTransfer(database: Database, platforms: Platforms): KindTransfer<'memberships'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM issue_mention'),
    read: (after) =>
      readSlice<'memberships', MembershipRow>(
        database,
        READ_MEMBERSHIPS,
        after ?? [0, 0, 0],
        ({ slug, platform_id, native_id, published_at, stream, kind }) => ({
          issueId: slug,
          mentionId: mentionId(platforms.name(platform_id), native_id),
          publishedAt: published_at,
          stream: STREAMS[stream]!,
          kind: MENTION_KINDS[kind]!,
        }),
        ({ issue_id, published_at, mention_id }) => [issue_id, published_at, mention_id],
      ),
    write: (records) => writeMemberships(database, platforms, records),
  };
}

function writeMemberships(database: Database, platforms: Platforms, records: readonly TransferredMembership[]): void {
  const keys = mentionKeys(
    database,
    platforms,
    records.map((record) => record.mentionId),
  );
  const issues = new Map(
    database.all<{ id: number; slug: string }>('SELECT id, slug FROM issue').map(({ id, slug }) => [slug, id]),
  );
  const put = database.prepare(PUT_MEMBERSHIP);
  for (const { issueId, mentionId: id, publishedAt, stream, kind } of records) {
    const platformId = platforms.findOrAdd(id.slice(0, id.indexOf(':')));
    const [streamCode, kindCode] = [STREAMS.indexOf(stream), MENTION_KINDS.indexOf(kind)];
    put.run(issues.get(issueId)!, publishedAt, keys.get(id)!, platformId, streamCode, kindCode);
  }
}
