import { createHash, randomUUID } from 'node:crypto';
import type { ClaimMatch, MatchKey, MatchVerdict } from '#domain/claim-match.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ClaimStore } from '#domain/ports/claim-store.js';
import { toMatchKey } from './claim-match.mapper.js';

const LONGEST_NAME = 200;
const LONGEST_REASON = 2_000;
/** Half of a character that takes two units: no store keeps it. */
const CUT_CHARACTER = /\p{Surrogate}/gu;

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
  const by = checkedWords('by', asked.by, LONGEST_NAME);
  const reason = checkedWords('reason', asked.reason, LONGEST_REASON);
  return store.decide({ ...mustBeKey(asked.match), id: idOf(asked), verdict: asked.verdict, by, reason });
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

function checkedWords(at: string, given: string, longest: number): string {
  const words = given.trim().replace(CUT_CHARACTER, '\uFFFD');
  const fault = faultOf(words, longest);
  if (fault === null) return words;
  throw new CodedError('BAD_PARAMETERS', `${at}: ${fault}`, {
    at,
    hint: 'say who decides and why: both stand in the log for those who come later',
  });
}

function faultOf(words: string, longest: number): string | null {
  if (words === '') return 'is empty';
  if (words.includes('\0')) return 'holds a null character';
  return words.length > longest ? `has ${words.length} characters, more than ${longest}` : null;
}
