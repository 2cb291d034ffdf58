import type { CandidateDecision } from '../emerging-issue.js';
import { CodedError } from '../errors/coded-error.js';

export function noSuchCandidate(id: string): CodedError {
  return new CodedError('NOT_FOUND', `there is no emerging issue "${id.slice(0, 80)}"`, {
    at: 'id',
    hint: 'take the id from emergingIssues or "jejaring emerging list"; "jejaring emerging --keep" puts them there',
  });
}

/** A retry says the same again; whatever else has this id is another decision. Throws BAD_PARAMETERS. */
export function mustBeSameDecision(
  there: Pick<CandidateDecision, 'candidateId' | 'verdict' | 'issueId'>,
  told: Omit<CandidateDecision, 'number' | 'at'>,
): void {
  const { candidateId, verdict, issueId } = told;
  if (there.candidateId === candidateId && there.verdict === verdict && (there.issueId ?? null) === issueId) return;
  throw new CodedError('BAD_PARAMETERS', `"${told.id.slice(0, 80)}" is the id of another decision`, {
    at: 'decision',
    hint: 'give each decision an id of its own, a UUID; the same id only to send the same decision again',
  });
}
