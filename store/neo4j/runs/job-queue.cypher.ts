/** First in every transaction that writes: two workers never hold one job. */
export const LOCK_QUEUE = `
MERGE (s:Sequence {name: 'job'}) ON CREATE SET s.value = 0
SET s.lockedAt = $now`;

export const JOBS = 'UNWIND $ids AS id MATCH (j:Job {id: id}) RETURN j {.*} AS job';

export const JOBS_OF_ISSUE = `
MATCH (j:Job) WHERE j.issueId = $issueId AND j.number < $before
RETURN j {.*} AS job ORDER BY j.issueId DESC, j.number DESC LIMIT $limit`;

export const SAME_REQUEST = `
MATCH (j:Job) WHERE j.state = 'QUEUED' AND j.number IS NOT NULL AND j.issueId = $issueId AND j.parameters = $parameters
RETURN j {.*} AS job LIMIT 1`;

export const ADD_JOB = `
MATCH (s:Sequence {name: 'job'})
SET s.value = s.value + 1
CREATE (j:Job {id: 'job-' + toString(s.value), number: s.value, issueId: $issueId, parameters: $parameters,
  state: 'QUEUED', stopAsked: false, claims: 0, requestedAt: $now})
RETURN j {.*} AS job`;

const OPEN = `
UNWIND ['QUEUED', 'RUNNING'] AS state
MATCH (j:Job) WHERE j.state = state AND j.number IS NOT NULL AND (state = 'QUEUED' OR j.leaseUntil <= $now)`;

/** Asked often and mostly in vain: without the lock. */
export const ANYTHING_TO_DO = `${OPEN} RETURN j.id AS id LIMIT 1`;

/** What the same call took already: its transaction was committed and the answer lost on the way. */
export const TAKEN_BEFORE = `
MATCH (j:Job) WHERE j.state = 'RUNNING' AND j.number IS NOT NULL AND j.claim = $claim
RETURN j {.*} AS job`;

/** A worker that was asked to stop and died instead of answering. */
export const BURY = `
MATCH (j:Job) WHERE j.state = 'RUNNING' AND j.number IS NOT NULL AND j.stopAsked AND j.leaseUntil <= $now
SET j.state = 'STOPPED', j.finishedAt = $now`;

/** A job that went down with every worker that took it up. */
export const GIVE_UP = `
MATCH (j:Job) WHERE j.state = 'RUNNING' AND j.number IS NOT NULL AND j.claims >= $mostClaims AND j.leaseUntil <= $now
SET j.state = 'FAILED', j.error = $error, j.finishedAt = $now`;

export const TAKE_OLDEST = `${OPEN} AND NOT j.stopAsked
WITH j ORDER BY j.number LIMIT 1
SET j.state = 'RUNNING', j.worker = $worker, j.claim = $claim, j.leaseUntil = $now + $leaseMs, j.progress = null,
  j.claims = j.claims + 1
RETURN j {.*} AS job`;

export const REPORT = `
MATCH (j:Job {id: $id}) WHERE j.worker = $worker AND j.state = 'RUNNING' AND NOT j.stopAsked
SET j.leaseUntil = $now + $leaseMs, j.progress = $progress
RETURN j.id AS id`;

export const FINISH = `
MATCH (j:Job {id: $id}) WHERE j.worker = $worker AND j.state = 'RUNNING'
SET j.state = $state, j.runId = $runId, j.error = $error, j.finishedAt = $now, j.worker = null`;

export const STOP = `
MATCH (j:Job {id: $id})
WITH j, j.state AS state
SET j.stopAsked = j.stopAsked OR state IN ['QUEUED', 'RUNNING'],
  j.finishedAt = CASE state WHEN 'QUEUED' THEN $now ELSE j.finishedAt END,
  j.state = CASE state WHEN 'QUEUED' THEN 'STOPPED' ELSE state END
RETURN j {.*} AS job`;
