export const COUNT_ACCOUNTS = 'MATCH (a:Account) RETURN count(a) AS count';

export const READ_ACCOUNTS = `
MATCH (a:Account) WHERE a.id > $after
RETURN a {.*} AS record ORDER BY a.id LIMIT $rows`;

export const PUT_ACCOUNTS = `
UNWIND $accounts AS row
MERGE (a:Account {id: row.id})
SET a = row`;
