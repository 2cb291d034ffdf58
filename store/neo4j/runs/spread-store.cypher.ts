export const CASCADES = `
MATCH (:Run)-[c:HAS_CASCADE]->(m:MentionKey) WHERE c.run = $run AND c.rank > $after
RETURN c {.*} AS metrics, m.id AS rootId ORDER BY c.run, c.rank LIMIT $limit`;

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
