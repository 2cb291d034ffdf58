export const ABANDONED_RUNS = `
MATCH (r:Run) WHERE r.issueId > '' AND r.startedAt < $startedBefore AND r.id IS NOT NULL AND r.state = 'RUNNING'
RETURN r.id AS id`;

export const FAIL_ABANDONED = `
MATCH (r:Run {id: $runId}) WHERE r.state = 'RUNNING' AND r.startedAt < $startedBefore
SET r.state = 'FAILED', r.error = $error, r.finishedAt = $now
RETURN r.id AS id`;
