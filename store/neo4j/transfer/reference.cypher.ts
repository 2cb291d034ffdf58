export const COUNT_REGIONS = 'MATCH (r:Region) RETURN count(r) AS count';

export const COUNT_AGENCIES = 'MATCH (a:Agency) RETURN count(a) AS count';

export const READ_REGIONS = `
MATCH (r:Region) WHERE r.code > $after
RETURN r {.code, .name, .kind, .parentCode} AS record ORDER BY r.code LIMIT $rows`;

export const READ_AGENCIES = `
MATCH (a:Agency) WHERE a.id > $after
RETURN a {.id, .name, .shortName, .kind, .regionCode, .parentId} AS record ORDER BY a.id LIMIT $rows`;

/** Units whose agency came after them. */
export const LINK_UNITS = `
UNWIND $ids AS id
MATCH (parent:Agency {id: id})
MATCH (a:Agency) WHERE a.parentId = id AND a.id IS NOT NULL
MERGE (a)-[:UNIT_OF]->(parent)`;

/** The shipped ones, from a store that a copy goes into. */
export const REMOVE_AGENCIES = 'MATCH (a:Agency) DETACH DELETE a';

export const REMOVE_REGIONS = 'MATCH (r:Region) DETACH DELETE r';
