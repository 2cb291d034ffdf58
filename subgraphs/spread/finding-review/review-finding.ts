import { randomUUID } from 'node:crypto';
import { hasInterest } from '#domain/access/agency-kin.js';
import { authenticated, type Caller } from '#domain/caller.js';
import { LONGEST_NAME, LONGEST_REASON } from '#domain/decision-words.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { EXPLANATION_KINDS, type ExplanationKind, type StoredGroup } from '#domain/finding.js';
import type { ReviewVerdict } from '#domain/finding-review.js';
import type { SpreadContext } from '../context.js';
import { loadRun } from '../run.reference.js';
import { amplifiedAgencies } from './amplified-agencies.js';

const SHORTEST_REASON = 10;
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export interface AskedReview {
  readonly group: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  readonly checklist?: readonly { readonly kind: ExplanationKind; readonly holds: boolean }[] | null;
  readonly by?: string | null;
  readonly agency?: string | null;
}

type Reviewer = { readonly by: string; readonly agencyId: string | null };

/** Throws BAD_PARAMETERS, NOT_FOUND, CONFLICT_OF_INTEREST. */
export async function reviewFinding(asked: AskedReview, { store, caller }: SpreadContext): Promise<void> {
  const { group: id, verdict } = asked;
  const reviewer = reviewerOf(asked, caller);
  const reason = checkedReason(asked.reason);
  const explanations = verdict === 'APPEAL' ? [] : checkedExplanations(asked);
  // The agency that a group amplifies has no vote on it, but may ask that others look again.
  if (verdict !== 'APPEAL') await mustBeIndependent(id, reviewer, store);
  await store.findings.review(id, { id: randomUUID(), verdict, ...reviewer, reason, explanations });
}

function reviewerOf({ by, agency }: Pick<AskedReview, 'by' | 'agency'>, asking: Caller): Reviewer {
  const caller = authenticated(asking);
  if (caller !== null) {
    if (by || agency)
      throw new CodedError('BAD_PARAMETERS', 'who reviews, and for which agency, is told by their credential', {
        at: by ? 'by' : 'agency',
        hint: 'leave it out',
      });
    return { by: caller.principal, agencyId: caller.agencyId };
  }
  const name = by?.trim() ?? '';
  if (name !== '' && name.length <= LONGEST_NAME && !UNSTORABLE.test(name))
    return { by: name, agencyId: agency || null };
  throw new CodedError('BAD_PARAMETERS', `by: must have 1 to ${LONGEST_NAME} characters`, {
    at: 'by',
    hint: 'say who reviews: no access control tells it here, and two different people have to confirm',
  });
}

function checkedReason(given: string): string {
  const reason = given.trim();
  if (reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON && !UNSTORABLE.test(reason)) return reason;
  throw new CodedError('BAD_PARAMETERS', `reason: must have ${SHORTEST_REASON} to ${LONGEST_REASON} characters`, {
    at: 'reason',
    hint: 'say why: it stands in the history for those who come later',
  });
}

/** Those that hold, of a checklist that leaves none out. */
function checkedExplanations({ checklist }: AskedReview): ExplanationKind[] {
  const answers = new Map(checklist?.map(({ kind, holds }) => [kind, holds]));
  const missing = EXPLANATION_KINDS.filter((kind) => !answers.has(kind));
  if (missing.length === 0 && answers.size === checklist!.length)
    return EXPLANATION_KINDS.filter((kind) => answers.get(kind));
  throw new CodedError('BAD_PARAMETERS', 'the checklist must answer each ordinary explanation once', {
    at: 'checklist',
    hint: missing.length > 0 ? `not answered: ${missing.join(', ')}` : 'one is answered twice',
  });
}

/**
 * An appeal of the agency that a group names or amplifies: it has no vote, and need not be one that reviews. Of groups of others
 * and of issues that it does not see it is told no more than of those that are not there. Gives what then stands in the history.
 * Throws BAD_PARAMETERS, NOT_FOUND.
 */
export async function appealFinding(asked: Omit<AskedReview, 'verdict'>, context: SpreadContext) {
  const { store, caller } = context;
  const reviewer = reviewerOf(asked, caller);
  const reason = checkedReason(asked.reason);
  const [group] = await store.findings.get([asked.group]);
  const run = group ? await loadRun(group.runId, context) : null;
  if (!group || run === null || reviewer.agencyId === null || !(await isInvolved(group, reviewer.agencyId, store)))
    throw new CodedError('NOT_FOUND', 'there is no such group that amplifies the agency of the caller', {
      at: 'group',
      hint: 'an appeal is for the agency that declares accounts of the group, or whose mentions it reposted or answered',
    });
  const id = randomUUID();
  await store.findings.review(group.id, { id, verdict: 'APPEAL', ...reviewer, reason, explanations: [] });
  return (await store.findings.reviews(group.id)).find((review) => review.id === id)!;
}

async function isInvolved(group: StoredGroup, agencyId: string, store: SpreadContext['store']): Promise<boolean> {
  return hasInterest(agencyId, await amplifiedAgencies(group, store), store.agencies);
}

async function mustBeIndependent(id: string, { agencyId }: Reviewer, store: SpreadContext['store']): Promise<void> {
  const [group] = await store.findings.get([id]);
  if (!group || agencyId === null) return;
  if ((await store.agencies.get([agencyId]))[0] === null)
    throw new CodedError('NOT_FOUND', `there is no agency "${agencyId.slice(0, 80)}"`, { at: 'agency' });
  if (!(await isInvolved(group, agencyId, store))) return;
  throw new CodedError(
    'CONFLICT_OF_INTEREST',
    'the group amplifies the agency of this reviewer, or one that it belongs to',
    {
      at: 'agency',
      hint: 'somebody of another agency has to review it; an appeal is open to you',
    },
  );
}
