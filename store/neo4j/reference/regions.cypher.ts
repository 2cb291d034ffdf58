const REGION = '{.code, .name, .kind, .parentCode} AS region';

const REST = 'r.code > $after AND ($kinds IS NULL OR r.kind IN $kinds)';

export const GET_REGIONS = `UNWIND $codes AS code
MATCH (r:Region {code: code})
RETURN r ${REGION}`;

/** Provinces have the parentCode '': no index holds what is null. */
export const REGION_PAGES = {
  parent: `MATCH (r:Region) WHERE r.parentCode = $parentCode AND ${REST}
RETURN r ${REGION} ORDER BY r.parentCode, r.code LIMIT $rows`,
  all: `MATCH (r:Region) WHERE ${REST}
RETURN r ${REGION} ORDER BY r.code LIMIT $rows`,
};

export const UNKNOWN_REGIONS = `UNWIND $ids AS code
OPTIONAL MATCH (r:Region {code: code})
WITH code, r WHERE r IS NULL
RETURN code AS missing`;

export const PUT_REGIONS = `UNWIND $regions AS row
MERGE (r:Region {code: row.code}) SET r = row`;

/** After all of the list are there. */
export const LINK_REGIONS = `UNWIND $regions AS row
MATCH (r:Region {code: row.code})
OPTIONAL MATCH (r)-[old:WITHIN]->()
DELETE old
WITH DISTINCT r, row
MATCH (parent:Region {code: row.parentCode})
MERGE (r)-[:WITHIN]->(parent)`;
