/**
 * Waits for the batches that are being written: each holds the lock of its Import from its first statement on. Whatever
 * batch comes later sees what was committed before this.
 */
export const AWAIT_BATCHES = `
MATCH (i:Import) WHERE i.id > 0 AND i.finishedAt IS NULL
WITH i ORDER BY i.id
REMOVE i.locked`;

export const GIVE_UP = `
MATCH (i:Issue {id: $id})
REMOVE i.locked
WITH i WHERE i.pending = $pending
SET i.dead = i.dead + i.pending
REMOVE i.pending, i.pendingQuery, i.pendingSeenAt`;

/** Changes whose process seems to be gone. Should it be alive after all, it finds its number gone. */
export const FORGOTTEN_CHANGES = `
MATCH (i:Issue) WHERE i.id > '' AND i.pendingSeenAt < timestamp() - $patienceMs
RETURN i.id AS issueId, i.pending AS membership`;

export const DEAD_SETS = `
MATCH (i:Issue) WHERE i.id > ''
UNWIND i.dead AS membership
RETURN i.id AS issueId, membership`;

export const DELETE_MEMBERS = `
MATCH ()-[r:IN_ISSUE]->() WHERE r.membership = $membership AND r.at IS NOT NULL AND r.mentionId IS NOT NULL
  AND r.stream IS NOT NULL AND r.kind IS NOT NULL
WITH r LIMIT $slice
DELETE r
RETURN count(*) AS deleted`;

export const FORGET_SET = `
MATCH (i:Issue {id: $issueId})
REMOVE i.locked
WITH i
SET i.dead = [number IN i.dead WHERE number <> $membership]`;

export const UNMADE = `
MATCH (i:Issue) WHERE i.id > '' AND i.membership = 0 AND i.pending IS NULL
RETURN i.id AS id`;

/** An issue whose making was given up. The lock of the sequence keeps those away that would go on with it. */
export const FORGET_UNMADE = `
MATCH (s:Sequence {name: 'membership'})
REMOVE s.locked
WITH s
MATCH (i:Issue {id: $id})
REMOVE i.locked
WITH i WHERE i.membership = 0 AND i.pending IS NULL AND size(i.dead) = 0
DETACH DELETE i`;
