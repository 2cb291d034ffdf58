import { createHash, randomUUID } from 'node:crypto';
import type { ClaimMatch, MatchKey, MatchVerdict } from '#domain/claim-match.js';
import { decisionWords } from '#domain/decision-words.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ClaimStore } from '#domain/ports/claim-store.js';
import { toMatchKey } from './claim-match.mapper.js';

export interface AskedDecision {
  readonly match: string;
  readonly verdict: MatchVerdict;
  readonly by: string;
  readonly reason: string;
  /** Chosen by the client: the same request sent again with the same one is one decision. */
  readonly request?: string | null;
}

/** Throws NOT_FOUND for a match that is not there, BAD_PARAMETERS for a decision without a name or a reason. */
export async function decideClaimMatch(store: ClaimStore, asked: AskedDecision): Promise<ClaimMatch> {
  const words = decisionWords(asked);
  return store.decide({ ...mustBeKey(asked.match), id: idOf(asked), verdict: asked.verdict, ...words });
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
