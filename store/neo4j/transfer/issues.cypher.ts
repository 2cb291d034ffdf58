export const COUNT_ISSUES = 'MATCH (i:Issue) WHERE i.id IS NOT NULL AND i.membership > 0 RETURN count(i) AS count';

export const READ_ISSUES = `
MATCH (i:Issue) WHERE i.id > $after AND i.membership > 0
RETURN i {.id, .title, .query, .queryVersion, .ownerAgencyId, .sharedWith, .createdAt, .updatedAt} AS record
ORDER BY i.id LIMIT $rows`;

/** The number of its set of mentions is given once. */
export const PUT_ISSUES = `
UNWIND $issues AS row
MERGE (i:Issue {id: row.facts.id}) ON CREATE SET i.membership = row.number, i.dead = []
SET i += row.facts`;

export const COUNT_VERSIONS = `
MATCH (q:IssueQuery) WHERE q.issueId > '' AND q.version IS NOT NULL
MATCH (i:Issue {id: q.issueId}) WHERE i.membership > 0
RETURN count(q) AS count`;

export const READ_VERSIONS = `
MATCH (q:IssueQuery) WHERE q.issueId >= $issueId AND q.version IS NOT NULL
  AND CASE WHEN q.issueId = $issueId THEN q.version > $version ELSE true END
MATCH (i:Issue {id: q.issueId}) WHERE i.membership > 0
RETURN q {.issueId, .version, .query, .since} AS record ORDER BY q.issueId, q.version LIMIT $rows`;

export const PUT_VERSIONS = `
UNWIND $versions AS row
MATCH (i:Issue {id: row.issueId})
MERGE (q:IssueQuery {issueId: row.issueId, version: row.version})
SET q.query = row.query, q.since = row.since
MERGE (i)-[:HAD_QUERY]->(q)`;

/** Issues with the number of the set of mentions that counts. */
export const ISSUE_SETS = `
MATCH (i:Issue) WHERE i.id > $after AND i.membership > 0
RETURN i.id AS id, i.membership AS key ORDER BY i.id LIMIT $owners`;

export const COUNT_MEMBERS = `
MATCH ()-[r:IN_ISSUE]->()
WHERE r.membership = $key AND r.at IS NOT NULL AND r.mentionId IS NOT NULL AND r.stream IS NOT NULL
  AND r.kind IS NOT NULL
RETURN count(r) AS count`;

/** The index on the relationships knows it all. */
export const READ_MEMBERS = `
MATCH ()-[r:IN_ISSUE]->()
WHERE r.membership = $membership AND r.at >= $at AND r.mentionId IS NOT NULL AND r.stream IS NOT NULL
  AND r.kind IS NOT NULL AND CASE WHEN r.at = $at THEN r.mentionId > $mentionId ELSE true END
RETURN r.mentionId AS mentionId, r.at AS publishedAt, r.stream AS stream, r.kind AS kind
ORDER BY r.membership, r.at, r.mentionId LIMIT $limit`;

export const PUT_MEMBERS = `
UNWIND $members AS row
MATCH (m:MentionKey {id: row.mentionId})
MATCH (i:Issue {id: row.issueId})
MERGE (m)-[r:IN_ISSUE {membership: i.membership}]->(i)
SET r.at = row.publishedAt, r.mentionId = row.mentionId, r.stream = row.stream, r.kind = row.kind`;
