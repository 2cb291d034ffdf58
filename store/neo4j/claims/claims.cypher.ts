const CLAIM = '{.id, .texts, .body, .claimant, .appearances, .reviews} AS claim';

export const GET_CLAIMS = `UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c ${CLAIM}`;

export const CLAIM_PAGE = `MATCH (c:Claim) WHERE c.id > $after
RETURN c ${CLAIM} ORDER BY c.id LIMIT $rows`;

/** Makes those that are not there, to hold their places: they have no texts. Ids ascend, so that two writers lock in one order. */
export const LOCK_CLAIMS = `UNWIND $ids AS id
MERGE (c:Claim {id: id})
REMOVE c.locked
RETURN c ${CLAIM}`;

export const PUT_CLAIMS = `UNWIND $claims AS row
MERGE (c:Claim {id: row.id})
SET c = row`;
