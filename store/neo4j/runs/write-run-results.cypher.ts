export const PUT_DOCUMENT = `
MERGE (d:RunDocument {runId: $runId})
SET d.document = $document`;

/** Those that the document tells of: only they have a rank, and so a place in the list. */
export const ADD_COMMUNITIES = `
MATCH (r:Run {id: $runId})
UNWIND $rows AS row
CREATE (:Community {run: $run, number: row.number, rank: row.number, body: row.body})-[:FOUND_BY]->(r)`;

/** A root that is gone meanwhile stands there by its id alone. */
export const ADD_CASCADES = `
MATCH (r:Run {id: $runId})
UNWIND $rows AS row
MERGE (m:MentionKey {id: row.rootId})
CREATE (r)-[c:HAS_CASCADE {run: $run, rank: row.rank}]->(m)
SET c += row.metrics`;

/** Networks of the issue that stand besides the one at hand are all dropped but the newest that can be read. */
export const SUPERSEDED = `
MATCH (r:Run {id: $runId})
MATCH (other:Run) WHERE other.issueId = r.issueId AND other.startedAt IS NOT NULL AND other.id IS NOT NULL
  AND other.id <> r.id
WITH other ORDER BY other.startedAt DESC, other.id DESC
WITH collect(other) AS others
WITH others, head([other IN others WHERE other.state = 'DONE' AND other.spreadKept]) AS latest
UNWIND others AS other
WITH other, latest WHERE latest IS NULL OR other.id <> latest.id
RETURN other.id AS id`;
