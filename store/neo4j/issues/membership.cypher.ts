/*
 * A decision about a mention holds until it is written, because whoever changes a mention, or what it responds to, locks
 * both first. The locks: removing a property that is never there writes nothing and takes the write lock of the node all
 * the same (the property's name has to be known to the database: the schema makes it so). What comes after the WITH is
 * read under the lock.
 */

/** The sets of mentions that count, and those being made. */
export const MEMBERSHIP_SETS = `
MATCH (i:Issue) WHERE i.id > ''
RETURN i.id AS issueId, i.membership AS membership, i.query AS query, i.pending AS pending, i.pendingQuery AS pendingQuery`;

const FACTS = `m.id AS id, m.parentId AS parentId, m.kind AS kind, m.stream AS stream, m.platform AS platform,
  m.publishedAt AS publishedAt, m.regionCode AS regionCode, m.text AS text, m.urls AS urls, m.hashtags AS hashtags,
  account.handle AS handle, account.nativeId AS accountNativeId,
  COUNT { (m)<-[:RESPONDS_TO]-() } AS responses,
  [(m)-[r:IN_ISSUE]->(:Issue) | r {.membership, .kind, .stream}] AS memberships`;

/** Mentions as queries see them, locked with their parents. */
export const LOCK_AND_LOAD = `
UNWIND $ids AS id
MATCH (m:MentionKey {id: id})
REMOVE m.locked
WITH m
OPTIONAL MATCH (m)-[:RESPONDS_TO]->(parent:MentionKey)
REMOVE parent.locked
WITH m, parent
OPTIONAL MATCH (account:Account {id: m.accountId})
RETURN ${FACTS}, [(parent)-[r:IN_ISSUE]->(:Issue) | r.membership] AS parentMemberships`;

/** A slice of all mentions, in order of id; placeholders have no account. */
export const LOCK_AND_SCAN = `
MATCH (m:MentionKey) WHERE m.id > $after
WITH m ORDER BY m.id LIMIT $slice
REMOVE m.locked
WITH m
OPTIONAL MATCH (account:Account {id: m.accountId})
RETURN ${FACTS}, [] AS parentMemberships`;

export const RESPONSES_TO = `
UNWIND $ids AS id
MATCH (:MentionKey {id: id})<-[:RESPONDS_TO]-(response:MentionKey)
RETURN DISTINCT response.id AS id`;

export const MENTIONS_OF_ACCOUNTS = `
UNWIND $accountIds AS accountId
MATCH (m:Mention) WHERE m.accountId = accountId AND m.publishedAt IS NOT NULL AND m.id IS NOT NULL
RETURN m.id AS id`;

/** Of mentions locked and seen to be outside: no MERGE, which would lock the issue too. */
export const JOIN = `
UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id})
MATCH (i:Issue {id: row.issueId})
CREATE (m)-[:IN_ISSUE {membership: row.membership, at: row.at, mentionId: row.id, stream: row.stream, kind: row.kind}]->(i)`;

export const LEAVE = `
UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id})-[r:IN_ISSUE]->(:Issue) WHERE r.membership = row.membership
DELETE r`;

/** Members whose stream or kind another source tells differently. */
export const STAY = `
UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id})-[r:IN_ISSUE]->(:Issue) WHERE r.membership = row.membership
SET r.at = row.at, r.stream = row.stream, r.kind = row.kind`;
