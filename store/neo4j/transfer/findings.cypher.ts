export const COUNT_GROUPS = 'MATCH (g:CoTimedGroup) WHERE g.id IS NOT NULL RETURN count(g) AS count';

export const READ_GROUPS = `
MATCH (g:CoTimedGroup) WHERE g.id > $after
WITH g ORDER BY g.id LIMIT $rows
MATCH (g)-[:FOUND_BY]->(r:Run)
RETURN g {.id, .body, .reviewState, .reviewUntil, .reviews, .rank, runId: r.id} AS record ORDER BY record.id`;

/** After PUT_GROUPS, which gives a rank to all. */
export const REVIEW_GROUPS = `
UNWIND $groups AS row
MATCH (g:CoTimedGroup {id: row.id})
SET g.reviewState = row.reviewState, g.reviewUntil = row.reviewUntil, g.reviews = row.reviews, g.rank = CASE WHEN row.hidden THEN null ELSE g.rank END`;

export const GROUP_KEYS = `
UNWIND $ids AS id
MATCH (g:CoTimedGroup {id: id})
RETURN g.id AS id, g.key AS key`;

export const GROUPS = `
MATCH (g:CoTimedGroup) WHERE g.id > $after
RETURN g.id AS id, g.key AS key ORDER BY g.id LIMIT $owners`;

export const COUNT_EVIDENCE = 'MATCH ()-[e:CO_ACTED]->() RETURN count(e) AS count';
