/** Whether a mention lies in one of the regions; one without a region lies in none. */
const within = (mention: string) =>
  `any(own IN $regions WHERE coalesce(${mention}.regionCode, '') + '.' STARTS WITH own + '.')`;
// The index of evidence is of group and ordinal: it is used where both are asked for.
const EVIDENCE = '(a:MentionKey)-[e:CO_ACTED]->(b:MentionKey)';

export const GROUPS_IN_REGIONS = `
MATCH (g:CoTimedGroup) WHERE g.run = $run AND g.rank >= 0 AND g.id > $after
  AND EXISTS { MATCH ${EVIDENCE} WHERE e.group = g.key AND e.ordinal >= 0 AND (${within('a')} OR ${within('b')}) }
WITH g ORDER BY g.id LIMIT $limit
RETURN g.id AS id, $runId AS runId, g.rank AS rank, g.body AS body,
  g.reviewState AS reviewState, g.reviewUntil AS reviewUntil
ORDER BY id`;

export const MEMBERS_IN_REGIONS = `
MATCH ${EVIDENCE} WHERE e.group = $group AND e.ordinal >= 0
UNWIND CASE WHEN ${within('a')} THEN [e.from] ELSE [] END + CASE WHEN ${within('b')} THEN [e.to] ELSE [] END AS account
WITH DISTINCT account WHERE account > $after
RETURN account ORDER BY account LIMIT $limit`;

export const EVIDENCE_IN_REGIONS = `
MATCH ${EVIDENCE} WHERE e.group = $group AND e.ordinal >= 0 AND ${within('a')} AND ${within('b')}
RETURN e {.*} AS row, e.ordinal AS rank, a.id AS fromMentionId, b.id AS toMentionId
ORDER BY e.group, e.ordinal SKIP $seen LIMIT $limit`;

export const COUNT_IN_REGIONS = `
MATCH ${EVIDENCE} WHERE e.group = $group AND e.ordinal >= 0
WITH e, ${within('a')} AS isFrom, ${within('b')} AS isTo
WITH collect(CASE WHEN isFrom THEN e.from END) + collect(CASE WHEN isTo THEN e.to END) AS accounts,
  count(CASE WHEN isFrom AND isTo THEN 1 END) AS evidence
UNWIND CASE WHEN size(accounts) = 0 THEN [null] ELSE accounts END AS account
RETURN count(DISTINCT account) AS members, max(evidence) AS evidence`;
