import { randomUUID } from 'node:crypto';
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
}

/** Throws NOT_FOUND for a match that is not there, BAD_PARAMETERS for a decision without a name or a reason. */
export async function decideClaimMatch(store: ClaimStore, asked: AskedDecision): Promise<ClaimMatch> {
  const words = decisionWords(asked);
  return store.decide({ ...mustBeKey(asked.match), id: randomUUID(), verdict: asked.verdict, ...words });
}

function mustBeKey(id: string): MatchKey {
  const key = toMatchKey(id);
  if (key !== null) return key;
  throw new CodedError('NOT_FOUND', `there is no match "${id.slice(0, 80)}"`, {
    at: 'match',
    hint: 'take the id from Claim.matches or Mention.claimMatches',
  });
}
