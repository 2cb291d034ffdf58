/** The key is given once; numbers that are left out do no harm. */
export const PUT_RUN = `
MERGE (s:Sequence {name: 'run'}) ON CREATE SET s.value = 0
SET s.value = s.value + 1
WITH s.value AS next
MERGE (r:Run {id: $run.id}) ON CREATE SET r.key = next, r.spreadKept = true
SET r += $run
WITH r
MATCH (i:Issue {id: $run.issueId})
MERGE (r)-[:MAPS]->(i)`;

export const RUNS = 'UNWIND $ids AS id MATCH (r:Run {id: id}) RETURN r {.*} AS run';

export const RUNS_OF_ISSUE = `
MATCH (r:Run) WHERE r.issueId = $issueId AND r.startedAt <= $until AND r.id IS NOT NULL
  AND CASE WHEN r.startedAt = $until THEN r.id < $before ELSE true END
RETURN r {.*} AS run ORDER BY r.issueId DESC, r.startedAt DESC, r.id DESC LIMIT $limit`;

export const LATEST_RUNS = `
UNWIND $issueIds AS issueId
CALL (issueId) {
  MATCH (r:Run) WHERE r.issueId = issueId AND r.startedAt IS NOT NULL AND r.id IS NOT NULL
    AND r.state = 'DONE' AND r.spreadKept
  RETURN r ORDER BY r.issueId DESC, r.startedAt DESC, r.id DESC LIMIT 1
}
RETURN r {.*} AS run`;

export const DOCUMENT = 'MATCH (d:RunDocument {runId: $runId}) RETURN d.document AS document';

/** The key by which everything that a run left behind is found. */
export const RUN_KEY = 'MATCH (r:Run {id: $runId}) RETURN r.key AS run';
