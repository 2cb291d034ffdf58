/** A group without a rank is hidden: people reviewed it, and its run no longer has it. */
export const FINDINGS = `
UNWIND $ids AS id
MATCH (g:CoTimedGroup {id: id})-[:FOUND_BY]->(r:Run) WHERE g.rank IS NOT NULL
RETURN g.id AS id, r.id AS runId, g.rank AS rank, g.body AS body,
  g.reviewState AS reviewState, g.reviewUntil AS reviewUntil`;

export const FINDINGS_OF_RUN = `
MATCH (g:CoTimedGroup) WHERE g.run = $run AND g.rank > $after
RETURN g.id AS id, $runId AS runId, g.rank AS rank, g.body AS body,
  g.reviewState AS reviewState, g.reviewUntil AS reviewUntil
ORDER BY g.run, g.rank LIMIT $limit`;

export const FINDINGS_OF_ACCOUNT = `
MATCH ()-[m:IN_GROUP]->(g) WHERE m.run = $run AND m.accountId = $accountId AND m.rank > $after
RETURN g.id AS id, $runId AS runId, g.rank AS rank, g.body AS body,
  g.reviewState AS reviewState, g.reviewUntil AS reviewUntil
ORDER BY m.run, m.accountId, m.rank LIMIT $limit`;

/** Without the bodies: a history does not show them. */
export const FINDINGS_OF_LINE = `
MATCH (g:CoTimedGroup {stableId: $stableId})-[:FOUND_BY]->(r:Run)
WHERE g.rank IS NOT NULL AND r.state = 'DONE' AND r.startedAt <= $until
  AND CASE WHEN r.startedAt = $until THEN g.id < $before ELSE true END
RETURN g.id AS id, r.id AS runId, g.reviewState AS reviewState, g.reviewUntil AS reviewUntil, r.startedAt AS startedAt
ORDER BY r.startedAt DESC, g.id DESC LIMIT $limit`;

export const GROUP_KEY = 'MATCH (g:CoTimedGroup {id: $findingId}) WHERE g.rank IS NOT NULL RETURN g.key AS group';

export const EVIDENCE = `
MATCH (a:MentionKey)-[e:CO_ACTED]->(b:MentionKey) WHERE e.group = $group AND e.ordinal > $after
RETURN e {.*} AS row, e.ordinal AS rank, a.id AS fromMentionId, b.id AS toMentionId
ORDER BY e.group, e.ordinal LIMIT $limit`;

export const EVIDENCE_OF_EDGE = `
MATCH (a:MentionKey)-[e:CO_ACTED]->(b:MentionKey)
WHERE e.group = $group AND e.from = $from AND e.to = $to AND e.ordinal > $after
RETURN e {.*} AS row, e.ordinal AS rank, a.id AS fromMentionId, b.id AS toMentionId
ORDER BY e.group, e.from, e.to, e.ordinal LIMIT $limit`;
