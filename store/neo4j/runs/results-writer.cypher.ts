const TAKE = `
WITH r
UNWIND $lanes AS lane
MERGE (w:RunWriter {run: r.key, lane: lane})
SET w.token = $token, w.slice = 0
RETURN DISTINCT r.key AS run`;

/** From here on the run is the latest of its issue for nobody. Waits for the slice that another writer is in. */
export const TAKE_OVER = `
MATCH (r:Run {id: $runId})
SET r.spreadKept = false ${TAKE}`;

/** The same, unless the run is being executed; its state is read under the lock. */
export const TAKE_IDLE = `
MATCH (r:Run {id: $runId})
SET r.lockedAt = $now
WITH r WHERE r.state <> 'RUNNING'
SET r.spreadKept = false ${TAKE}`;

/** The same of a run that was killed while it was executed, as far as can be told. */
export const TAKE_ABANDONED = `
MATCH (r:Run {id: $runId})
SET r.lockedAt = $now
WITH r WHERE r.state = 'RUNNING' AND r.startedAt < $startedBefore
SET r.spreadKept = false ${TAKE}`;

// Removing what is never there takes the lock and writes nothing.
const HOLD = `
MATCH (w:RunWriter {run: $run, lane: $lane})
REMOVE w.locked
WITH w WHERE w.token = $token`;

/** First in every transaction: no row means that another writer took over. The lock is held to the end of it. */
export const HOLD_LANE = `${HOLD} RETURN w.lane AS lane`;

/** The same for a slice that must not be written twice: \`before\` tells whether it was. */
export const BEGIN_SLICE = `${HOLD}
WITH w, w.slice AS before
SET w.slice = $slice
RETURN before`;

export const FINISH_RESULTS = `
MATCH (r:Run {id: $runId})
SET r.spreadKept = true`;
