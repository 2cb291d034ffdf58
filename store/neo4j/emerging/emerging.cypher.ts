const CANDIDATE = '{.id, .searchId, .foundTo, .place, .firstFrom, .lastTo, .state, .issueId, .body} AS candidate';

/** Of two searches that are kept at once, the second sees what the first found. */
export const LOCK_SEARCHES = "MATCH (s:Schema {name: 'schema'}) REMOVE s.locked RETURN s.version AS version";

export const GET_SEARCHES = `UNWIND $ids AS id
MATCH (s:EmergingSearch {id: id})
RETURN s {.id, .at, .body} AS search`;

/** \`byAt\` is the negative of the time, \`byFound\` that of the period's end: an index gives its order upwards only. */
export const SEARCH_PAGE = `MATCH (s:EmergingSearch)
WHERE s.byAt >= $by AND s.id IS NOT NULL AND CASE WHEN s.byAt = $by THEN s.id > $after ELSE true END
RETURN s {.id, .at, .body} AS search ORDER BY s.byAt, s.id LIMIT $rows`;

export const PUT_SEARCH = `MERGE (s:EmergingSearch {id: $id})
SET s.at = $at, s.byAt = -$at, s.body = $body`;

export const GET_CANDIDATES = `UNWIND $ids AS id
MATCH (e:EmergingIssue {id: id})
RETURN e ${CANDIDATE}`;

export const FOUND_SINCE = `MATCH (e:EmergingIssue)
WHERE e.byFound <= $by AND e.place IS NOT NULL AND e.id IS NOT NULL
RETURN e ${CANDIDATE}`;

export const CANDIDATE_PAGE = `MATCH (e:EmergingIssue)
WHERE e.byFound >= $by AND e.place IS NOT NULL AND e.id IS NOT NULL
  AND CASE WHEN e.byFound > $by THEN true WHEN e.place = $place THEN e.id > $after ELSE e.place > $place END
  AND CASE WHEN $state IS NULL THEN true ELSE e.state = $state END
RETURN e ${CANDIDATE} ORDER BY e.byFound, e.place, e.id LIMIT $rows`;

/** What a person decided stays as they saw it. Ids ascend, so that two writers lock in one order. */
export const PUT_CANDIDATES = `UNWIND $candidates AS row
MERGE (e:EmergingIssue {id: row.id})
ON CREATE SET e.state = row.state, e.issueId = row.issueId
REMOVE e.locked
SET e.searchId = row.searchId, e.foundTo = row.foundTo, e.byFound = -row.foundTo, e.place = row.place,
  e.firstFrom = row.firstFrom, e.lastTo = row.lastTo,
  e.body = CASE WHEN e.body IS NULL OR e.state = 'CANDIDATE' THEN row.body ELSE e.body END`;

/** The lock of the candidate: of two who decide at once, the second stands behind the first in the log. */
export const LOCK_CANDIDATE = `MATCH (e:EmergingIssue {id: $candidateId})
REMOVE e.locked
WITH e
CALL (e) {
  MATCH (d:EmergingDecision) WHERE d.candidateId = e.id AND d.number IS NOT NULL
  RETURN count(d) AS before
}
RETURN before, e ${CANDIDATE}`;

export const ADD_DECISION = `MATCH (e:EmergingIssue {id: $candidateId})
SET e.state = $verdict, e.issueId = $issueId
CREATE (:EmergingDecision {id: $id, candidateId: $candidateId, number: $number, verdict: $verdict, issueId: $issueId,
  by: $by, reason: $reason, at: $at})`;

export const GET_DECISION = `MATCH (d:EmergingDecision {id: $id})
RETURN d {.id, .candidateId, .number, .verdict, .issueId, .by, .reason, .at} AS decision`;

export const DECISIONS = `MATCH (d:EmergingDecision) WHERE d.candidateId = $candidateId AND d.number > $after
RETURN d {.id, .candidateId, .number, .verdict, .issueId, .by, .reason, .at} AS decision
ORDER BY d.candidateId, d.number LIMIT $rows`;
