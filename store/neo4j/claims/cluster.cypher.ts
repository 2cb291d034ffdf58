const IN_ISSUE = 'EXISTS { (m)-[i:IN_ISSUE]->(:Issue) WHERE i.membership = $membership }';

const CARRIED = `RETURN m.id AS mentionId, m.accountId AS accountId, m.publishedAt AS publishedAt, m.kind AS kind,
  m.parentId AS parentId, EXISTS { MATCH (a:Account {id: m.accountId}) WHERE a.agencyId IS NOT NULL } AS declared,
  CASE WHEN r IS NULL THEN NULL ELSE r {.state, .method, .score, decidedBy: COLLECT {
    MATCH (d:ClaimDecision) WHERE d.claimId = r.claimId AND d.mentionId = r.mentionId AND d.number IS NOT NULL
      AND d.verdict = r.state
    RETURN d.by ORDER BY d.claimId DESC, d.mentionId DESC, d.number DESC LIMIT 1 }[0]} END AS match`;

export const CLAIMS_OF_ISSUE = `MATCH (m)-[r:CANDIDATE_FOR]->()
USING INDEX SEEK r:CANDIDATE_FOR(claimId, byScore, mentionId)
WHERE r.claimId > $after AND r.byScore IS NOT NULL AND r.mentionId IS NOT NULL AND ${IN_ISSUE}
WITH r.claimId AS claimId, collect(r.state) AS states ORDER BY claimId LIMIT $rows
RETURN claimId, size([state IN states WHERE state = 'CONFIRMED']) AS confirmed,
  size([state IN states WHERE state = 'DENIES']) AS denying,
  size([state IN states WHERE state = 'CANDIDATE']) AS candidates,
  size([state IN states WHERE state = 'REJECTED']) AS rejected`;

export const MATCHED = `MATCH (m)-[r:CANDIDATE_FOR]->()
USING INDEX SEEK r:CANDIDATE_FOR(claimId, byScore, mentionId)
WHERE r.claimId = $claimId AND r.byScore IS NOT NULL AND r.mentionId IS NOT NULL AND ${IN_ISSUE}
WITH m, r ORDER BY r.claimId, r.byScore, r.mentionId LIMIT $most
${CARRIED}`;

export const RESPONSES = `UNWIND $parentIds AS parentId
MATCH (:MentionKey {id: parentId})<-[:RESPONDS_TO]-(m:Mention) WHERE ${IN_ISSUE}
WITH m ORDER BY m.id LIMIT $most
OPTIONAL MATCH (m)-[r:CANDIDATE_FOR]->() WHERE r.claimId = $claimId
WITH m, r
${CARRIED}
ORDER BY mentionId`;

/** Reposts that an issue holds of what it does not hold. */
export const FROM_OUTSIDE = `MATCH (p)-[r:CANDIDATE_FOR]->()
USING INDEX SEEK r:CANDIDATE_FOR(claimId, byScore, mentionId)
WHERE r.claimId = $claimId AND r.byScore IS NOT NULL AND r.mentionId IS NOT NULL AND r.state <> 'REJECTED'
  AND NOT EXISTS { (p)-[i:IN_ISSUE]->(:Issue) WHERE i.membership = $membership }
MATCH (p)<-[:RESPONDS_TO]-(m:Mention)
WHERE m.kind = 'REPOST' AND ${IN_ISSUE} AND NOT EXISTS { (m)-[o:CANDIDATE_FOR]->() WHERE o.claimId = $claimId }
RETURN count(m) AS count`;
