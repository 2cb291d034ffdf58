/** Each takes one slice away and tells how many that were; run again until it says 0. */
const SLICE = 'WITH r LIMIT $slice DELETE r RETURN count(*) AS deleted';

export const DROP_AMPLIFIED = `
MATCH ()-[r:AMPLIFIED]->() WHERE r.run = $run AND r.outRank IS NOT NULL ${SLICE}`;

export const DROP_MEMBERS = `
MATCH ()-[r:MEMBER_OF]->() WHERE r.run = $run AND r.community IS NOT NULL AND r.rank IS NOT NULL ${SLICE}`;

export const DROP_CASCADES = `
MATCH ()-[r:HAS_CASCADE]->() WHERE r.run = $run AND r.rank IS NOT NULL ${SLICE}`;

export const DROP_COMMUNITIES = `
MATCH (c:Community) WHERE c.run = $run AND c.number IS NOT NULL
WITH c LIMIT $slice DETACH DELETE c RETURN count(*) AS deleted`;

export const GROUPS_OF_RUN = `
MATCH (:Run {id: $runId})<-[:FOUND_BY]-(g:CoTimedGroup)
RETURN g.key AS key, g.id AS id`;

export const DROP_GROUP_MEMBERS = `
MATCH ()-[r:IN_GROUP]->() WHERE r.run = $run AND r.accountId IS NOT NULL AND r.rank IS NOT NULL ${SLICE}`;

export const DROP_CO_TIMED = `
UNWIND $groups AS group
MATCH ()-[r:CO_TIMED]->() WHERE r.group = group ${SLICE}`;

export const DROP_EVIDENCE = `
UNWIND $groups AS group
MATCH ()-[r:CO_ACTED]->() WHERE r.group = group AND r.ordinal IS NOT NULL ${SLICE}`;

/** Groups that the run no longer has. One that people reviewed is hidden, and not forgotten: read under its lock. */
export const HIDE_GROUPS = `
UNWIND $ids AS id
MATCH (g:CoTimedGroup {id: id})
REMOVE g.locked
WITH g WHERE g.reviewState <> 'UNREVIEWED' OR g.reviews IS NOT NULL
SET g.rank = null`;

/** In the same transaction, after all of them are locked. */
export const REMOVE_GROUPS = `
UNWIND $ids AS id
MATCH (g:CoTimedGroup {id: id}) WHERE g.reviewState = 'UNREVIEWED' AND g.reviews IS NULL
DETACH DELETE g`;
