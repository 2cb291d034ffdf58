import type {
  CandidateDecision,
  CandidateState,
  CandidateVerdict,
  EmergingCandidate,
  EmergingIssue,
  KeptSearch,
} from '#domain/emerging-issue.js';
import type { Database } from '../database.js';

export interface SearchRow {
  readonly name: string;
  readonly done_at: number;
  readonly body: string;
}

export interface CandidateRow {
  readonly name: string;
  readonly search: string;
  readonly found_to: number;
  readonly place: number;
  readonly first_from: number;
  readonly last_to: number;
  readonly state: string;
  readonly taken_as: string | null;
  readonly body: string;
}

export interface DecisionRow {
  readonly candidate: string;
  readonly number: number;
  readonly name: string;
  readonly verdict: string;
  readonly taken_as: string | null;
  readonly decided_by: string;
  readonly reason: string;
  readonly decided_at: number;
}

const PUT_SEARCH = 'INSERT OR REPLACE INTO emerging_search (name, done_at, body) VALUES (?, ?, ?)';
/** What a person decided stays as they saw it. */
const PUT_CANDIDATE = `INSERT INTO emerging_issue (name, search, found_to, place, first_from, last_to, state, taken_as, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET search = excluded.search, found_to = excluded.found_to, place = excluded.place,
    first_from = excluded.first_from, last_to = excluded.last_to,
    body = CASE WHEN state = 'CANDIDATE' THEN excluded.body ELSE body END`;
const PUT_DECISION = `INSERT OR REPLACE INTO emerging_decision
  (candidate, number, name, verdict, taken_as, decided_by, reason, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

export function putSearch(database: Database, { id, at, ...search }: KeptSearch): void {
  database.run(PUT_SEARCH, id, at, JSON.stringify(search));
}

export function putCandidate(database: Database, candidate: EmergingCandidate): void {
  const { id, searchId, foundTo, place, firstFrom, lastTo, state, issueId, issue } = candidate;
  const span = [firstFrom, lastTo] as const;
  database.run(PUT_CANDIDATE, id, searchId, foundTo, place, ...span, state, issueId, JSON.stringify(issue));
}

export function putDecision(database: Database, decision: CandidateDecision): void {
  const { id, candidateId, number, verdict, issueId, by, reason, at } = decision;
  database.run(PUT_DECISION, candidateId, number, id, verdict, issueId, by, reason, at);
}

export function readSearch({ name, done_at, body }: SearchRow): KeptSearch {
  return { id: name, at: done_at, ...(JSON.parse(body) as Omit<KeptSearch, 'id' | 'at'>) };
}

export function readCandidate(row: CandidateRow): EmergingCandidate {
  return {
    ...{ id: row.name, searchId: row.search, foundTo: row.found_to, place: row.place },
    ...{ firstFrom: row.first_from, lastTo: row.last_to, state: row.state as CandidateState, issueId: row.taken_as },
    issue: JSON.parse(row.body) as EmergingIssue,
  };
}

export function readDecision(row: DecisionRow): CandidateDecision {
  const { name, candidate, number, verdict, taken_as, decided_by, reason, decided_at } = row;
  const key = { id: name, candidateId: candidate, number };
  return { ...key, verdict: verdict as CandidateVerdict, issueId: taken_as, by: decided_by, reason, at: decided_at };
}
