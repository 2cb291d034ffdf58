/** Numbers for new groups, all above the one given back. */
export const RESERVE_GROUP_KEYS = `
MERGE (s:Sequence {name: 'group'}) ON CREATE SET s.value = 0
SET s.value = s.value + $groups
RETURN s.value - $groups AS last`;

/** Merged by id, so that the key and what people decided stay. */
export const PUT_GROUPS = `
MATCH (r:Run {id: $runId})
UNWIND $groups AS row
MERGE (g:CoTimedGroup {id: row.id}) ON CREATE SET g.reviewState = 'UNREVIEWED', g.key = $last + row.number
SET g.run = $run, g.rank = row.rank, g.body = row.body, g.stableId = row.stableId
MERGE (g)-[:FOUND_BY]->(r)
RETURN g.id AS id, g.key AS key`;

export const ADD_GROUP_MEMBERS = `
UNWIND $rows AS row
MATCH (g:CoTimedGroup {id: row[0]})
MATCH (a:Account {id: row[1]})
CREATE (a)-[:IN_GROUP {run: $run, accountId: row[1], rank: row[2]}]->(g)`;

/**
 * The lists hold a value for each window that kept the edge; a list that is null is no property. A stored list has numbers
 * of one kind only, and a 0 comes as an INTEGER.
 */
export const ADD_CO_TIMED = `
UNWIND $rows AS row
MATCH (a:Account {id: row[1]})
MATCH (b:Account {id: row[2]})
CREATE (a)-[:CO_TIMED {group: row[0], behaviour: row[3], weight: row[4], objects: row[5],
  windows: [x IN row[6] | toFloat(x)], occasions: row[7], expected: [x IN row[8] | toFloat(x)],
  qWho: [x IN row[9] | toFloat(x)], qWhen: [x IN row[10] | toFloat(x)]}]->(b)`;

/** A mention that is gone meanwhile stands there by its id alone: no row of the evidence gets lost. */
export const ADD_EVIDENCE = `
UNWIND $rows AS row
MERGE (a:MentionKey {id: row[6]})
MERGE (b:MentionKey {id: row[7]})
CREATE (a)-[:CO_ACTED {group: row[0], ordinal: row[1], from: row[2], to: row[3], behaviour: row[4], object: row[5],
  fromTime: row[8], toTime: row[9]}]->(b)`;
