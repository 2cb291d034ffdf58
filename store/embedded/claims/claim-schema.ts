/** Matches of a claim in one state: of many candidates, the few that people confirmed. */
export const MATCHES_BY_STATE = 'CREATE INDEX claim_match_by_state ON claim_match (claim, state, score DESC, mention);';
