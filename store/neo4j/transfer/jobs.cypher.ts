export const COUNT_JOBS = 'MATCH (j:Job) WHERE j.id IS NOT NULL RETURN count(j) AS count';

export const READ_JOBS = `
MATCH (j:Job) WHERE j.id > $after
RETURN j {.*} AS record ORDER BY j.id LIMIT $rows`;

export const PUT_JOBS = `
UNWIND $jobs AS row
MERGE (j:Job {id: row.id})
SET j = row`;
