export const COUNT_CLAIMS = 'MATCH (c:Claim) WHERE c.id IS NOT NULL RETURN count(c) AS count';

export const READ_CLAIMS = `
MATCH (c:Claim) WHERE c.id > $after
RETURN c {.id, .texts, .body, .claimant, .appearances, .reviews} AS record ORDER BY c.id LIMIT $rows`;

export const COUNT_MATCHES = 'MATCH ()-[r:CANDIDATE_FOR]->() RETURN count(r) AS count';

export const READ_MATCHES = `
MATCH ()-[r:CANDIDATE_FOR]->()
USING INDEX SEEK r:CANDIDATE_FOR(claimId, byScore, mentionId)
WHERE r.claimId >= $claimId AND r.byScore IS NOT NULL AND r.mentionId IS NOT NULL
  AND CASE WHEN r.claimId > $claimId THEN true WHEN r.byScore = $by THEN r.mentionId > $mentionId ELSE r.byScore > $by END
RETURN r {.claimId, .mentionId, .score, .method, .overlap, .overlapOf, .state, .at} AS record
ORDER BY r.claimId, r.byScore, r.mentionId LIMIT $rows`;

export const PUT_MATCHES = `
UNWIND $matches AS row
MATCH (m:MentionKey {id: row.mentionId})
MATCH (c:Claim {id: row.claimId})
MERGE (m)-[r:CANDIDATE_FOR]->(c)
SET r = row`;

export const COUNT_DECISIONS = 'MATCH (d:ClaimDecision) WHERE d.id IS NOT NULL RETURN count(d) AS count';

export const READ_DECISIONS = `
MATCH (d:ClaimDecision) WHERE d.id > $after
RETURN d {.id, .claimId, .mentionId, .number, .verdict, .by, .reason, .at} AS record ORDER BY d.id LIMIT $rows`;

export const PUT_DECISIONS = `
UNWIND $decisions AS row
MERGE (d:ClaimDecision {id: row.id})
SET d = row`;
