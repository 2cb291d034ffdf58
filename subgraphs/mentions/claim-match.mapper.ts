import type { ClaimMatch, MatchDecision, MatchKey, MatchMethod, TextSpan } from '#domain/claim-match.js';
import { textHash } from '#domain/text-hash.js';
import type {
  ClaimMatchDecision,
  ClaimMatch as ClaimMatchType,
  MatchMethodName,
  TextSpan as TextSpanType,
} from './claim-match.type.js';

/** A match as its resolver sees it: what is shown, and what leads to its claim and its mention. */
export interface ClaimMatchNode extends ClaimMatchType, MatchKey {
  readonly spans: readonly TextSpan[];
  readonly spansOf: number | null;
}

const METHOD_NAMES: Readonly<Record<MatchMethod, MatchMethodName>> = {
  'review-url': 'REVIEW_URL',
  url: 'URL',
  'near-duplicate': 'NEAR_DUPLICATE',
  retrieval: 'RETRIEVAL',
};

export function toMatch(match: ClaimMatch): ClaimMatchNode {
  const { claimId, mentionId, score, method, overlap, overlapOf, state, matchedAt } = match;
  return {
    id: toMatchId(match),
    ...{ claimId, mentionId, score, state, spans: overlap, spansOf: overlapOf },
    method: METHOD_NAMES[method],
    matchedAt: new Date(matchedAt),
  };
}

export function toDecision({ number, verdict, by, reason, at }: MatchDecision): ClaimMatchDecision {
  return { number, verdict, by, reason, at: new Date(at) };
}

/** Whether the text is another one than that in which the spans were found. */
export function isEdited({ spansOf }: ClaimMatchNode, text: string): boolean {
  return spansOf !== null && spansOf !== textHash(text);
}

/** With the words of a text where spans lie in it. */
export function toSpans(spans: readonly TextSpan[], text: string): TextSpanType[] {
  return spans.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
}

function toMatchId({ claimId, mentionId }: MatchKey): string {
  return Buffer.from(JSON.stringify([claimId, mentionId])).toString('base64url');
}

/** Null for a text that is no id of a match. */
export function toMatchKey(id: string): MatchKey | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(id, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [claimId, mentionId]: unknown[] = parsed;
    return typeof claimId === 'string' && typeof mentionId === 'string' ? { claimId, mentionId } : null;
  } catch {
    return null;
  }
}
