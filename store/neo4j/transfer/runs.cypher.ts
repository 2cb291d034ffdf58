export const COUNT_RUNS = 'MATCH (r:Run) WHERE r.id IS NOT NULL RETURN count(r) AS count';

export const READ_RUNS = `
MATCH (r:Run) WHERE r.id > $after
RETURN r {.*} AS record ORDER BY r.id LIMIT $rows`;

export const COUNT_DOCUMENTS = 'MATCH (d:RunDocument) WHERE d.runId IS NOT NULL RETURN count(d) AS count';

export const READ_DOCUMENTS = `
MATCH (d:RunDocument) WHERE d.runId > $after
RETURN d {.runId, .document} AS record ORDER BY d.runId LIMIT $rows`;

/** Runs whose network is there as a whole. */
export const RUNS_WITH_NETWORK = `
MATCH (r:Run) WHERE r.id > $after AND r.spreadKept
RETURN r.id AS id, r.key AS key ORDER BY r.id LIMIT $owners`;

export const COUNT_COMMUNITIES = `
MATCH (c:Community) WHERE c.run = $key AND c.number IS NOT NULL
RETURN count(c) AS count`;

export const COUNT_MEMBERS = `
MATCH ()-[m:MEMBER_OF]->() WHERE m.run = $key AND m.community IS NOT NULL AND m.rank IS NOT NULL
RETURN count(m) AS count`;

export const READ_MEMBERS = `
MATCH (a:Account)-[m:MEMBER_OF]->()
WHERE m.run = $run AND m.community >= $community AND m.rank IS NOT NULL
  AND CASE WHEN m.community = $community THEN m.rank > $rank ELSE true END
RETURN a.id AS accountId, m {.community, .amplified, .rank, .outFrom, .outTo, .inFrom, .inTo} AS place
ORDER BY m.run, m.community, m.rank LIMIT $limit`;

export const COUNT_AMPLIFIED = `
MATCH ()-[e:AMPLIFIED]->() WHERE e.run = $key AND e.outRank IS NOT NULL
RETURN count(e) AS count`;

export const READ_AMPLIFIED = `
MATCH (from:Account)-[e:AMPLIFIED]->(to:Account) WHERE e.run = $run AND e.outRank > $after
RETURN from.id AS from, to.id AS to, e.weight AS weight, e.outRank AS outRank, e.inRank AS inRank
ORDER BY e.run, e.outRank LIMIT $limit`;

export const COUNT_CASCADES = `
MATCH ()-[c:HAS_CASCADE]->() WHERE c.run = $key AND c.rank IS NOT NULL
RETURN count(c) AS count`;
