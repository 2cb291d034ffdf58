/*
 * An issue whose `membership` is 0 was never whole: reads do not show it. `pending` is the set of a query that is being
 * matched, `dead` are sets that no longer count and are not deleted yet. Who changes any of them holds the issue's lock.
 */
const ISSUE = `i {.id, .title, .query, .queryVersion, .ownerAgencyId, .sharedWith, .createdAt, .updatedAt} AS issue`;

export const ISSUES = `
UNWIND $ids AS id
MATCH (i:Issue {id: id}) WHERE i.membership > 0
RETURN ${ISSUE}`;

export const ISSUE_PAGE = `
MATCH (i:Issue) WHERE i.id > $after AND i.membership > 0
  AND ($ownerAgencyId IS NULL OR i.ownerAgencyId = $ownerAgencyId)
  AND ($sharedWith IS NULL OR any(code IN i.sharedWith WHERE $sharedWith + '.' STARTS WITH code + '.'))
  AND ($regions IS NULL OR i.ownerAgencyId = $agencyId OR any(code IN i.sharedWith WHERE any(own IN $regions
    WHERE own + '.' STARTS WITH code + '.' OR code + '.' STARTS WITH own + '.')))
RETURN ${ISSUE} ORDER BY i.id LIMIT $limit`;

export const QUERY_VERSIONS = `
MATCH (q:IssueQuery) WHERE q.issueId = $id AND q.version > 0
RETURN q.version AS version, q.query AS query, q.since AS since ORDER BY q.issueId, q.version`;

/** Number of a new set. First in every transaction that begins a change: it is their lock too. */
export const NEXT_MEMBERSHIP = `
MERGE (s:Sequence {name: 'membership'}) ON CREATE SET s.value = 0
SET s.value = s.value + 1
RETURN s.value AS membership`;

/** Finds one that was begun and never became whole; such a one is described anew. */
export const ADD_ISSUE = `
MERGE (i:Issue {id: $id}) ON CREATE SET i.membership = 0, i.queryVersion = 0, i.dead = []
REMOVE i.locked
WITH i WHERE i.membership = 0
SET i.title = $title, i.query = $query, i.ownerAgencyId = $ownerAgencyId, i.sharedWith = $sharedWith
RETURN i.id AS id`;

export const LOCK_ISSUE = `
MATCH (i:Issue {id: $id})
REMOVE i.locked
WITH i
RETURN ${ISSUE}, i.membership AS membership, i.pending AS pending`;

/** What somebody else had begun is given up: it finds its number gone. */
export const BEGIN_CHANGE = `
MATCH (i:Issue {id: $id})
SET i.dead = CASE WHEN i.pending IS NULL THEN i.dead ELSE i.dead + i.pending END
SET i.pending = $pending, i.pendingQuery = $query, i.pendingSeenAt = timestamp()`;

/** With every slice: no row where another change took over. */
export const STILL_PENDING = `
MATCH (i:Issue {id: $id})
REMOVE i.locked
WITH i WHERE i.pending = $pending
SET i.pendingSeenAt = timestamp()
RETURN i.id AS id`;

export const SWITCH = `
MATCH (i:Issue {id: $id})
SET i.dead = CASE WHEN i.membership = 0 THEN i.dead ELSE i.dead + i.membership END
SET i.membership = $pending, i.query = $query, i.queryVersion = i.queryVersion + 1,
  i.createdAt = coalesce(i.createdAt, $at), i.updatedAt = $at
REMOVE i.pending, i.pendingQuery, i.pendingSeenAt
CREATE (i)-[:HAD_QUERY]->(:IssueQuery {issueId: i.id, version: i.queryVersion, query: $query, since: $at})
RETURN ${ISSUE}`;

export const LINK_OWNER = `
MATCH (i:Issue {id: $id})
MATCH (owner:Agency {id: i.ownerAgencyId})
MERGE (i)-[:OWNED_BY]->(owner)`;

export const SHARE = `
MATCH (i:Issue {id: $id})
SET i.sharedWith = $sharedWith, i.updatedAt = $at
WITH i
OPTIONAL MATCH (i)-[shared:SHARED_WITH]->()
DELETE shared
WITH DISTINCT i
RETURN ${ISSUE}`;

export const LINK_REGIONS = `
MATCH (i:Issue {id: $id})
UNWIND i.sharedWith AS code
MATCH (r:Region {code: code})
MERGE (i)-[:SHARED_WITH]->(r)`;

export const MENTION_COUNT = 'MATCH (m:Mention) RETURN count(m) AS count';
