/** Each account's own edges are a range of ranks, from the lists that the run wrote with its membership. */
const RANGES = `
MATCH (r:Run {id: $runId})
UNWIND $accounts AS id
MATCH (a:Account {id: id})-[m:MEMBER_OF]->() WHERE m.run = r.key`;

export const DEGREES_ALONG = `${RANGES}
RETURN id, m.inTo - m.inFrom AS degree`;

export const DEGREES_AGAINST = `${RANGES}
RETURN id, m.outTo - m.outFrom AS degree`;

const AMPLIFIERS = `${RANGES}
CALL (r, m) {
  MATCH (other)-[e:AMPLIFIED]->() WHERE e.run = r.key AND e.inRank >= m.inFrom AND e.inRank < m.inTo
  RETURN other.id AS far, e.weight AS weight
}`;

const AMPLIFIED = `${RANGES}
CALL (r, m) {
  MATCH ()-[e:AMPLIFIED]->(other) WHERE e.run = r.key AND e.outRank >= m.outFrom AND e.outRank < m.outTo
  RETURN other.id AS far, e.weight AS weight
}`;

export const EDGES_ALONG = `${AMPLIFIERS}
RETURN id AS from, far AS to, weight`;

export const EDGES_AGAINST = `${AMPLIFIED}
RETURN far AS from, id AS to, weight`;

/** For one account: some of its ranks, which are given by weight and then by id. */
export const HEAVIEST_ALONG = `${RANGES}
MATCH (other)-[e:AMPLIFIED]->()
WHERE e.run = r.key AND e.inRank >= m.inFrom + $skip AND e.inRank < m.inTo AND e.inRank < m.inFrom + $skip + $most
RETURN id AS from, other.id AS to, e.weight AS weight`;

export const HEAVIEST_AGAINST = `${RANGES}
MATCH ()-[e:AMPLIFIED]->(other)
WHERE e.run = r.key AND e.outRank >= m.outFrom + $skip AND e.outRank < m.outTo AND e.outRank < m.outFrom + $skip + $most
RETURN other.id AS from, id AS to, e.weight AS weight`;

const AMONG = `${AMPLIFIED}
WITH far AS from, id AS to, weight WHERE far IN $accounts`;

export const EDGES_AMONG = `${AMONG}
  AND (weight < $weight OR weight = $weight AND (from > $from OR from = $from AND to > $to))
RETURN from, to, weight ORDER BY weight DESC, from, to LIMIT $limit`;

export const COUNT_EDGES_AMONG = `${AMONG}
RETURN count(*) AS count`;

const AMPLIFYING = `
MATCH (m:Mention) USING INDEX m:Mention(accountId, publishedAt, id)
WHERE m.accountId = $to AND m.publishedAt >= $time AND m.id IS NOT NULL AND m.kind <> 'ORIGINAL'
MATCH (m)-[:RESPONDS_TO]->(p:Mention) WHERE p.accountId = $from
  AND EXISTS { (m)-[r:IN_ISSUE]->(:Issue) WHERE r.membership = $membership }
  AND EXISTS { (p)-[r:IN_ISSUE]->(:Issue) WHERE r.membership = $membership }`;

export const AMPLIFYING_MENTIONS = `${AMPLIFYING}
  AND (m.publishedAt > $time OR m.id > $mentionId)
RETURN m.id AS mentionId, p.id AS parentId, m.kind AS kind, m.publishedAt AS publishedAt
ORDER BY m.accountId, m.publishedAt, m.id LIMIT $limit`;

export const COUNT_AMPLIFYING_MENTIONS = `${AMPLIFYING}
RETURN count(*) AS count`;
