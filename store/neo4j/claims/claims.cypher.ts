const CLAIM = '{.id, .texts, .body, .claimant, .appearances, .reviews} AS claim';

export const GET_CLAIMS = `UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c ${CLAIM}`;

export const CLAIM_PAGE = `MATCH (c:Claim) WHERE c.id > $after
RETURN c ${CLAIM} ORDER BY c.id LIMIT $rows`;

/** Of two who write claims at once, the second waits: it has to find the words that the first one writes. */
export const LOCK_REGISTRY = `MERGE (s:Schema {name: 'claims registry'})
SET s.lockedAt = $now, s.writes = coalesce(s.writes, 0) + 1
RETURN s.writes AS writes`;

export const CLAIM_WORDS = `MATCH (c:Claim) WHERE c.id IS NOT NULL AND c.texts IS NOT NULL
RETURN c.id AS id, c.texts AS texts ORDER BY c.id`;

/** Makes those that are not there, to hold their places: they have no texts. Ids ascend, so that two writers lock in one order. */
export const LOCK_CLAIMS = `UNWIND $ids AS id
MERGE (c:Claim {id: id})
REMOVE c.locked
RETURN c ${CLAIM}`;

export const PUT_CLAIMS = `UNWIND $claims AS row
MERGE (c:Claim {id: row.id})
SET c = row`;
