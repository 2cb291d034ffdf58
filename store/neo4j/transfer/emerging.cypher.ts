export const COUNT_SEARCHES = 'MATCH (s:EmergingSearch) WHERE s.id IS NOT NULL RETURN count(s) AS count';

export const READ_SEARCHES = `
MATCH (s:EmergingSearch) WHERE s.id > $after
RETURN s {.id, .at, .body} AS record ORDER BY s.id LIMIT $rows`;

export const PUT_SEARCHES = `
UNWIND $searches AS row
MERGE (s:EmergingSearch {id: row.id})
SET s.at = row.at, s.byAt = -row.at, s.body = row.body`;

export const COUNT_CANDIDATES = 'MATCH (e:EmergingIssue) WHERE e.id IS NOT NULL RETURN count(e) AS count';

export const READ_CANDIDATES = `
MATCH (e:EmergingIssue) WHERE e.id > $after
RETURN e {.id, .searchId, .foundTo, .place, .firstFrom, .lastTo, .state, .issueId, .body} AS record
ORDER BY e.id LIMIT $rows`;

export const COUNT_EMERGING_DECISIONS = 'MATCH (d:EmergingDecision) WHERE d.id IS NOT NULL RETURN count(d) AS count';

export const READ_EMERGING_DECISIONS = `
MATCH (d:EmergingDecision) WHERE d.id > $after
RETURN d {.id, .candidateId, .number, .verdict, .issueId, .by, .reason, .at} AS record ORDER BY d.id LIMIT $rows`;

export const PUT_EMERGING_DECISIONS = `
UNWIND $decisions AS row
MERGE (d:EmergingDecision {id: row.id})
SET d = row`;
