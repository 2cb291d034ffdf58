export const CASCADES = `
MATCH (:Run)-[c:HAS_CASCADE]->(m:MentionKey) WHERE c.run = $run AND c.rank > $after
RETURN c {.*} AS metrics, m.id AS rootId ORDER BY c.run, c.rank LIMIT $limit`;

/** The same in another order: from `by` on, and within equals from the rank on. With OR the planner joins two searches, and sorts. */
const cascadesBy = (property: string) => `
MATCH (:Run)-[c:HAS_CASCADE]->(m:MentionKey)
USING INDEX SEEK c:HAS_CASCADE(run, ${property}, rank)
WHERE c.run = $run AND c.${property} >= $by AND c.rank IS NOT NULL
  AND CASE WHEN c.${property} = $by THEN c.rank > $after ELSE true END
RETURN c {.*} AS metrics, m.id AS rootId, c.${property} AS by ORDER BY c.run, c.${property}, c.rank LIMIT $limit`;

export const CASCADES_BY = {
  UNIQUE_ACCOUNTS: cascadesBy('byUniqueAccounts'),
  DEPTH: cascadesBy('byDepth'),
  MAX_BREADTH: cascadesBy('byMaxBreadth'),
  STRUCTURAL_VIRALITY: cascadesBy('byStructuralVirality'),
  BUSIEST_HOUR: cascadesBy('byBusiestHour'),
  PLATFORM_HOPS: cascadesBy('byPlatformHops'),
  PROVINCE_HOPS: cascadesBy('byProvinceHops'),
  STREAM_HOPS: cascadesBy('byStreamHops'),
};

/** A mention begins a cascade in few runs at a time. */
export const CASCADES_BY_ROOT = `
UNWIND $keys AS key
MATCH (r:Run {id: key.runId})
MATCH (m:MentionKey {id: key.rootId})<-[c:HAS_CASCADE]-() WHERE c.run = r.key
RETURN key.runId AS runId, m.id AS rootId, c {.*} AS metrics`;

export const MEMBERS = `
MATCH (r:Run {id: $runId})
UNWIND $accountIds AS accountId
MATCH (:Account {id: accountId})-[m:MEMBER_OF]->() WHERE m.run = r.key
CALL (r, m) {
  OPTIONAL MATCH ()-[e:AMPLIFIED]->() WHERE e.run = r.key AND e.outRank >= m.outFrom AND e.outRank < m.outTo
  RETURN sum(e.weight) AS amplifies
}
RETURN accountId, m.community AS community, m.amplified AS amplified, amplifies`;

export const COMMUNITIES = `
MATCH (c:Community) WHERE c.run = $run AND c.rank > $after
RETURN c.rank AS number, c.body AS body ORDER BY c.run, c.rank LIMIT $limit`;

export const COMMUNITY_MEMBERS = `
MATCH (a:Account)-[m:MEMBER_OF]->() WHERE m.run = $run AND m.community = $community AND m.rank > $after
RETURN a.id AS accountId, m.amplified AS weight, m.rank AS rank ORDER BY m.run, m.community, m.rank LIMIT $limit`;

/** Where the account's own edges are among all of the run. An account is a member in few runs at a time. */
export const EDGES_OF_ACCOUNT = `
MATCH (r:Run {id: $runId})
MATCH (:Account {id: $accountId})-[m:MEMBER_OF]->() WHERE m.run = r.key
RETURN r.key AS run, m.outFrom AS outFrom, m.outTo AS outTo, m.inFrom AS inFrom, m.inTo AS inTo`;

export const AMPLIFIES = `
MATCH ()-[e:AMPLIFIED]->(other) WHERE e.run = $run AND e.outRank >= $from AND e.outRank < $to
RETURN other.id AS accountId, e.weight AS weight, e.outRank AS rank ORDER BY e.run, e.outRank LIMIT $limit`;

export const AMPLIFIED_BY = `
MATCH (other)-[e:AMPLIFIED]->() WHERE e.run = $run AND e.inRank >= $from AND e.inRank < $to
RETURN other.id AS accountId, e.weight AS weight, e.inRank AS rank ORDER BY e.run, e.inRank LIMIT $limit`;
