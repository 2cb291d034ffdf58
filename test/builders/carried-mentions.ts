import type { MatchState } from '#domain/claim-match.js';
import type { CarriedMatch, CarriedMention } from '#domain/hoax-cluster/carried-mention.js';

export function matchIn(state: MatchState, more: Partial<CarriedMatch> = {}): CarriedMatch {
  return { state, method: 'retrieval', score: 0.5, decidedBy: state === 'CANDIDATE' ? null : 'Sari', ...more };
}

/** By an account of its own, `at` its time too. */
export function carried(at: number, more: Partial<CarriedMention> = {}): CarriedMention {
  const place = { mentionId: `x:${at}`, accountId: `a${at}`, publishedAt: at, parentId: null };
  return { ...place, kind: 'ORIGINAL', declared: false, match: null, ...more };
}

export function repostOf(parent: number, at: number, more: Partial<CarriedMention> = {}): CarriedMention {
  return carried(at, { kind: 'REPOST', parentId: `x:${parent}`, ...more });
}
