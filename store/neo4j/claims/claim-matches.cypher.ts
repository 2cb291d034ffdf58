const MATCH_MAP = '{.claimId, .mentionId, .score, .method, .overlap, .overlapOf, .state, .at}';
const MATCH = `${MATCH_MAP} AS match`;

export const GET_MATCHES = `UNWIND $keys AS key
MATCH (:MentionKey {id: key.mentionId})-[r:CANDIDATE_FOR]->(:Claim {id: key.claimId})
RETURN r ${MATCH}`;

/** A page of the matches of each claim. `byScore` is the negative of the score: an index gives its order upwards only. */
export const MATCHES_OF_CLAIMS = `UNWIND $claimIds AS claimId
CALL (claimId) {
  MATCH ()-[r:CANDIDATE_FOR]->()
  USING INDEX SEEK r:CANDIDATE_FOR(claimId, byScore, mentionId)
  WHERE r.claimId = claimId AND r.byScore >= $by AND r.mentionId IS NOT NULL
    AND CASE WHEN r.byScore = $by THEN r.mentionId > $after ELSE true END
  WITH r ORDER BY r.claimId, r.byScore, r.mentionId LIMIT $rows
  RETURN collect(r ${MATCH_MAP}) AS matches
}
RETURN claimId AS owner, matches`;

export const MATCHES_OF_CLAIMS_IN_STATE = `UNWIND $claimIds AS claimId
CALL (claimId) {
  MATCH ()-[r:CANDIDATE_FOR]->()
  USING INDEX SEEK r:CANDIDATE_FOR(claimId, state, byScore, mentionId)
  WHERE r.claimId = claimId AND r.state = $state AND r.byScore >= $by AND r.mentionId IS NOT NULL
    AND CASE WHEN r.byScore = $by THEN r.mentionId > $after ELSE true END
  WITH r ORDER BY r.claimId, r.state, r.byScore, r.mentionId LIMIT $rows
  RETURN collect(r ${MATCH_MAP}) AS matches
}
RETURN claimId AS owner, matches`;

export const MATCHES_OF_MENTIONS = `UNWIND $mentionIds AS mentionId
CALL (mentionId) {
  MATCH ()-[r:CANDIDATE_FOR]->()
  USING INDEX SEEK r:CANDIDATE_FOR(mentionId, byScore, claimId)
  WHERE r.mentionId = mentionId AND r.byScore >= $by AND r.claimId IS NOT NULL
    AND CASE WHEN r.byScore = $by THEN r.claimId > $after ELSE true END
  WITH r ORDER BY r.mentionId, r.byScore, r.claimId LIMIT $rows
  RETURN collect(r ${MATCH_MAP}) AS matches
}
RETURN mentionId AS owner, matches`;

/** Whether a person said something of a match: it keeps the evidence that they saw. */
const IS_SAID = `EXISTS { MATCH (d:ClaimDecision)
    WHERE d.claimId = r.claimId AND d.mentionId = r.mentionId AND d.number IS NOT NULL }`;

/** Candidates that were not found again. The lock comes first: a state that is read before it is that of a moment ago. */
export const CLEAR_MATCHES = `UNWIND $mentions AS row
MATCH (:MentionKey {id: row.id})-[r:CANDIDATE_FOR]->() WHERE NOT r.claimId IN row.claimIds
REMOVE r.locked
WITH r WHERE r.state = 'CANDIDATE' AND NOT ${IS_SAID}
DELETE r`;

export const ADD_MATCHES = `UNWIND $matches AS row
MATCH (m:MentionKey {id: row.mentionId}) WHERE m:Mention
MATCH (c:Claim {id: row.claimId})
MERGE (m)-[r:CANDIDATE_FOR]->(c)
ON CREATE SET r.state = 'CANDIDATE', r.claimId = row.claimId, r.mentionId = row.mentionId
REMOVE r.locked
WITH r, row WHERE r.state = 'CANDIDATE' AND NOT ${IS_SAID}
SET r.score = row.score, r.byScore = -row.score, r.method = row.method, r.overlap = row.overlap,
  r.overlapOf = row.overlapOf, r.at = $now`;

/** Of two who decide at once, the second waits, and reads what the first said. Done twice, it is there once. */
export const LOCK_MATCH = `MATCH (:MentionKey {id: $mentionId})-[r:CANDIDATE_FOR]->(:Claim {id: $claimId})
REMOVE r.locked
WITH r
OPTIONAL MATCH (same:ClaimDecision {id: $id})
WITH r, same
CALL (r) {
  MATCH (d:ClaimDecision) WHERE d.claimId = r.claimId AND d.mentionId = r.mentionId AND d.number IS NOT NULL
  WITH d ORDER BY d.claimId, d.mentionId, d.number
  RETURN collect(d {.id, .claimId, .mentionId, .number, .verdict, .by, .reason, .at}) AS log
}
RETURN r ${MATCH}, log, same IS NOT NULL AS isThere`;

export const ADD_DECISION = `MATCH (:MentionKey {id: $mentionId})-[r:CANDIDATE_FOR]->(:Claim {id: $claimId})
CREATE (:ClaimDecision {id: $id, claimId: $claimId, mentionId: $mentionId, number: $number, verdict: $verdict,
  by: $by, reason: $reason, at: $at})
SET r.state = $state
RETURN r ${MATCH}`;

export const DECISIONS = `UNWIND $keys AS key
CALL (key) {
  MATCH (d:ClaimDecision) WHERE d.claimId = key.claimId AND d.mentionId = key.mentionId AND d.number > $after
  WITH d ORDER BY d.claimId, d.mentionId, d.number LIMIT $rows
  RETURN collect(d {.id, .claimId, .mentionId, .number, .verdict, .by, .reason, .at}) AS decisions
}
RETURN key.claimId AS claimId, key.mentionId AS mentionId, decisions`;
