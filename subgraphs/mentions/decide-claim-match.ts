import { createHash, randomUUID } from 'node:crypto';
import { hasInterest } from '#domain/access/agency-kin.js';
import type { ClaimMatch, MatchKey, MatchVerdict } from '#domain/claim-match.js';
import { decisionWords } from '#domain/decision-words.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { toMatchKey } from './claim-match.mapper.js';
import type { MentionsContext } from './context.js';

export interface AskedDecision {
  readonly match: string;
  readonly verdict: MatchVerdict;
  readonly by: string;
  readonly reason: string;
  /** Chosen by the client: the same request sent again with the same one is one decision. */
  readonly request?: string | null;
}

/**
 * Throws NOT_FOUND for a match that is not there, BAD_PARAMETERS for a decision without a name or a reason, CONFLICT_OF_INTEREST for
 * a mention that the agency of the caller published, or a repost of one. To ask that others look again is open to that agency too.
 */
export async function decideClaimMatch(
  asked: AskedDecision,
  { store, caller }: Pick<MentionsContext, 'store' | 'caller'>,
): Promise<ClaimMatch> {
  const words = decisionWords(asked);
  const key = mustBeKey(asked.match);
  if (asked.verdict !== 'APPEAL') await mustBeIndependent(key, caller.agencyId, store);
  return store.claims.decide({ ...key, id: idOf(asked), verdict: asked.verdict, ...words });
}

async function mustBeIndependent(
  { mentionId }: MatchKey,
  agencyId: string | null,
  store: MentionsContext['store'],
): Promise<void> {
  if (agencyId === null) return;
  const publishers = await publishersOf(mentionId, store);
  if (publishers.size === 0 || !(await hasInterest(agencyId, publishers, store.agencies))) return;
  throw new CodedError(
    'CONFLICT_OF_INTEREST',
    'the agency of the caller, or one that it belongs to, published the mention',
    { at: 'match', hint: 'somebody of another agency has to decide; an appeal is open to you' },
  );
}

/** The agencies that published a mention, and the one that it reposts. */
async function publishersOf(mentionId: string, store: MentionsContext['store']): Promise<Set<string>> {
  const [mention] = await store.mentions.get([mentionId]);
  const reposted = mention?.kind === 'REPOST' && mention.parentId !== null ? [mention.parentId] : [];
  const mentions = [mention, ...(await store.mentions.get(reposted))].filter((one) => one != null);
  const accounts = await store.accounts.get(mentions.map(({ accountId }) => accountId));
  return new Set(accounts.flatMap((account) => account?.agencyId ?? []));
}

/** Of all that was asked: a client that uses a request twice for different things loses neither. */
function idOf({ match, verdict, by, reason, request }: AskedDecision): string {
  if (request === undefined || request === null) return randomUUID();
  return createHash('sha256')
    .update(JSON.stringify([request, match, verdict, by, reason]))
    .digest('hex');
}

function mustBeKey(id: string): MatchKey {
  const key = toMatchKey(id);
  if (key !== null) return key;
  throw new CodedError('NOT_FOUND', `there is no match "${id.slice(0, 80)}"`, {
    at: 'match',
    hint: 'take the id from Claim.matches or Mention.claimMatches',
  });
}
