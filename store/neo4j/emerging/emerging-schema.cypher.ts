/** Emerging issues: searches, the candidates that they found in the order of their list, and what people made of them. */
export const EMERGING_SCHEMA = [
  'CREATE CONSTRAINT emerging_search_key IF NOT EXISTS FOR (s:EmergingSearch) REQUIRE s.id IS UNIQUE',
  'CREATE CONSTRAINT emerging_issue_key IF NOT EXISTS FOR (e:EmergingIssue) REQUIRE e.id IS UNIQUE',
  'CREATE CONSTRAINT emerging_decision_key IF NOT EXISTS FOR (d:EmergingDecision) REQUIRE d.id IS UNIQUE',
  'CREATE INDEX emerging_search_by_time IF NOT EXISTS FOR (s:EmergingSearch) ON (s.byAt, s.id)',
  'CREATE INDEX emerging_issue_by_place IF NOT EXISTS FOR (e:EmergingIssue) ON (e.byFound, e.place, e.id)',
  'CREATE INDEX emerging_decision_by_number IF NOT EXISTS FOR (d:EmergingDecision) ON (d.candidateId, d.number)',
] as const;
