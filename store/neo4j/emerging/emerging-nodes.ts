import type { CandidateDecision, EmergingCandidate, EmergingIssue, KeptSearch } from '#domain/emerging-issue.js';

/** A search as its node has it: what is only shown stands in `body` as JSON. */
export interface SearchNode {
  readonly id: string;
  readonly at: number;
  readonly body: string;
}

/** A candidate as its node has it; what was found, as JSON. */
export interface CandidateNode extends Omit<EmergingCandidate, 'issue'> {
  readonly body: string;
}

export function toSearchNode({ id, at, ...search }: KeptSearch): SearchNode {
  return { id, at, body: JSON.stringify(search) };
}

export function readSearchNode({ id, at, body }: SearchNode): KeptSearch {
  return { id, at, ...(JSON.parse(body) as Omit<KeptSearch, 'id' | 'at'>) };
}

export function toCandidateNode({ issue, ...candidate }: EmergingCandidate): CandidateNode {
  return { ...candidate, body: JSON.stringify(issue) };
}

export function readCandidateNode({ body, issueId, ...candidate }: CandidateNode): EmergingCandidate {
  return { ...candidate, issueId: issueId ?? null, issue: JSON.parse(body) as EmergingIssue };
}

/** Neo4j keeps no null. */
export function readDecisionNode({ issueId, ...decision }: CandidateDecision): CandidateDecision {
  return { ...decision, issueId: issueId ?? null };
}
