/** Rows are lists, which are smaller on the wire than maps. Communities that the document does not tell of come to be here. */
export const ADD_MEMBERS = `
UNWIND $rows AS row
MATCH (a:Account {id: row[0]})
MERGE (c:Community {run: $run, number: row[1]})
CREATE (a)-[:MEMBER_OF {run: $run, community: row[1], rank: row[2], amplified: row[3],
  outFrom: row[4], outTo: row[5], inFrom: row[6], inTo: row[7]}]->(c)
RETURN count(*) AS added`;

export const UNKNOWN_ACCOUNT = `
UNWIND $rows AS row
OPTIONAL MATCH (a:Account {id: row[0]})
WITH row, a WHERE a IS NULL
RETURN row[0] AS id LIMIT 1`;

export const ADD_AMPLIFIED = `
UNWIND $rows AS row
MATCH (from:Account {id: row[0]})
MATCH (to:Account {id: row[1]})
CREATE (from)-[:AMPLIFIED {run: $run, weight: row[2], outRank: row[3], inRank: row[4]}]->(to)`;
