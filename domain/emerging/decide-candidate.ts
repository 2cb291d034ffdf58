import { decisionWords } from '../decision-words.js';
import type { EmergingCandidate } from '../emerging-issue.js';
import { CodedError } from '../errors/coded-error.js';
import type { Issue, NewIssue } from '../issue.js';
import type { IssueStore, ProgressListener } from '../ports/issue-store.js';
import type { Store } from '../ports/store.js';
import { noSuchCandidate } from './decision-faults.js';

const LONGEST_ID = 200;

export interface AskedDecision {
  readonly candidateId: string;
  /** Given by whoever decides: sent again, it changes nothing. */
  readonly decisionId: string;
  readonly by: string;
  readonly reason: string;
}

/** Notes that a candidate is no issue, and why. Throws NOT_FOUND, BAD_PARAMETERS. */
export async function dismissCandidate({ emerging }: Pick<Store, 'emerging'>, asked: AskedDecision) {
  return emerging.decide({ ...decisionOf(asked), verdict: 'DISMISSED', issueId: null });
}

/**
 * Makes an issue of a candidate, then notes it: a decision that was cut off between the two is brought to its end by sending it
 * again. Throws NOT_FOUND, BAD_PARAMETERS, BAD_ISSUE_QUERY; ISSUE_EXISTS also where the candidate was taken up before.
 */
export async function takeUpCandidate(
  { emerging, issues }: Pick<Store, 'emerging' | 'issues'>,
  asked: AskedDecision,
  issue: NewIssue,
  onProgress?: ProgressListener,
): Promise<EmergingCandidate> {
  const decision = { ...decisionOf(asked), verdict: 'TAKEN_UP', issueId: issue.id } as const;
  if (issue.title.trim() === '') throw new CodedError('BAD_PARAMETERS', 'the title is empty', { at: 'title' });
  const [candidate] = await emerging.get([asked.candidateId]);
  if (!candidate) throw noSuchCandidate(asked.candidateId);
  if ((await emerging.decision(decision.id)) === null) {
    if (candidate.issueId !== null) throw takenUpBefore(candidate.issueId);
    await createOnce(issues, issue, onProgress);
  }
  return emerging.decide(decision);
}

function decisionOf(asked: AskedDecision) {
  const id = asked.decisionId.trim();
  if (id !== '' && id.length <= LONGEST_ID && !/[\0\p{Surrogate}]/u.test(id))
    return { id, candidateId: asked.candidateId, ...decisionWords(asked) };
  throw new CodedError('BAD_PARAMETERS', 'this cannot be the id of a decision', {
    at: 'decision',
    hint: `give a UUID, or any other text of 1 to ${LONGEST_ID} characters that no other decision has`,
  });
}

/** An issue of this id that says the same is there from the first try. */
async function createOnce(issues: IssueStore, issue: NewIssue, onProgress?: ProgressListener): Promise<void> {
  try {
    await issues.create(issue, onProgress);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'ISSUE_EXISTS') throw error;
    const [there] = await issues.get([issue.id]);
    if (!there || !isSame(there, issue)) throw error;
  }
}

function isSame(one: Issue, { title, query, ownerAgencyId, sharedWith }: NewIssue): boolean {
  const same = one.title === title && one.query === query && one.ownerAgencyId === ownerAgencyId;
  return same && one.queryVersion === 1 && one.sharedWith.join() === sharedWith.join();
}

function takenUpBefore(issueId: string): CodedError {
  return new CodedError('ISSUE_EXISTS', `this was taken up as issue ${issueId}`, {
    at: 'id',
    hint: 'follow that issue, or change its query',
  });
}
