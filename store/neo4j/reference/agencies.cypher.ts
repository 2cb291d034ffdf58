const AGENCY = '{.id, .name, .shortName, .kind, .regionCode, .parentId} AS agency';

const REST = `a.id > $after
  AND ($parentId IS NULL OR a.parentId = $parentId)
  AND ($kinds IS NULL OR a.kind IN $kinds)
  AND ($regionCode IS NULL OR a.regionCode = $regionCode OR a.regionCode STARTS WITH $regionCode + '.')`;

export const GET_AGENCIES = `UNWIND $ids AS id
MATCH (a:Agency {id: id})
RETURN a ${AGENCY}`;

/** A page in order of id from each start. What lies in a region is sorted: a province has hundreds. */
export const AGENCY_PAGES = {
  parent: `MATCH (a:Agency) WHERE a.parentId = $parentId AND ${REST}
RETURN a ${AGENCY} ORDER BY a.parentId, a.id LIMIT $rows`,
  region: `MATCH (a:Agency) WHERE a.regionCode STARTS WITH $regionCode AND a.id IS NOT NULL AND ${REST}
RETURN a ${AGENCY} ORDER BY a.id LIMIT $rows`,
  kinds: `UNWIND $kinds AS kind
CALL (kind) {
  MATCH (a:Agency) WHERE a.kind = kind AND ${REST}
  RETURN a ORDER BY a.kind, a.id LIMIT $rows
}
RETURN a ${AGENCY} ORDER BY a.id LIMIT $rows`,
  all: `MATCH (a:Agency) WHERE ${REST}
RETURN a ${AGENCY} ORDER BY a.id LIMIT $rows`,
};

export const UNKNOWN_AGENCIES = `UNWIND $ids AS id
OPTIONAL MATCH (a:Agency {id: id})
WITH id, a WHERE a IS NULL
RETURN id AS missing`;

export const PUT_AGENCIES = `UNWIND $agencies AS row
MERGE (a:Agency {id: row.id}) SET a = row`;

/** After all of the list are there, so that it may hold its own parents in any order. */
export const LINK_AGENCIES = `UNWIND $agencies AS row
MATCH (a:Agency {id: row.id})
OPTIONAL MATCH (a)-[old:SERVES|UNIT_OF]->()
DELETE old
WITH DISTINCT a, row
MATCH (r:Region {code: row.regionCode})
MERGE (a)-[:SERVES]->(r)
WITH a, row
MATCH (p:Agency {id: row.parentId})
MERGE (a)-[:UNIT_OF]->(p)`;

/** Accounts that were imported before their agency was known. */
export const LINK_DECLARED_ACCOUNTS = `UNWIND $ids AS id
MATCH (g:Agency {id: id})
WITH g
MATCH (a:Account) WHERE a.agencyId = g.id AND a.id IS NOT NULL
MERGE (a)-[d:DECLARED_BY]->(g) SET d.layer = a.layer`;
