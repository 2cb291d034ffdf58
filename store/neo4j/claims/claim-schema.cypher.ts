/** Matches of a claim in one state: of many candidates, the few that people confirmed. */
export const MATCHES_BY_STATE = [
  'CREATE INDEX candidate_by_state IF NOT EXISTS FOR ()-[r:CANDIDATE_FOR]-() ON (r.claimId, r.state, r.byScore, r.mentionId)',
] as const;
