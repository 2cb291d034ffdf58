import { type ClaimCandidate, ClaimMatcher } from '#graph-jobs/claims/match/claim-matcher.js';
import { claimOf } from './compared-texts.js';
import { PlainBm25 } from './plain-bm25.js';
import type { Task } from './tasks.js';

const TOP = 50;
const TOLD_HALF = 1;

/** Shares of texts whose claim comes first, and among the first five, and the mean of 1 / rank. */
export interface Ranking {
  readonly first: number;
  readonly amongFive: number;
  readonly meanReciprocal: number;
}

/** The first candidate of a text, and whether it is right. */
export interface BestCandidate {
  readonly score: number;
  readonly isRight: boolean;
}

/** Of the half of the texts that nothing was tuned on. */
export function plainRanking({ texts, claims, halves }: Task): Ranking {
  const index = new PlainBm25(claims);
  return rankingOf(texts.map((text, i) => (halves[i] === TOLD_HALF ? index.ranked(text).indexOf(i) : null)));
}

export function fullRanking({ texts, claims, halves, hasRight }: Task): { ranking: Ranking; best: BestCandidate[] } {
  const matcher = new ClaimMatcher(claims.map(claimOf));
  const ranks: (number | null)[] = [];
  const best: BestCandidate[] = [];
  texts.forEach((text, i) => {
    if (halves[i] !== TOLD_HALF) return;
    const found: ClaimCandidate[] = matcher.match({ text, urls: [] }, { top: TOP, minScore: 0 });
    const rank = hasRight ? found.findIndex(({ claimId }) => Number(claimId) === i) : -1;
    ranks.push(rank);
    best.push({ score: found[0]?.score ?? 0, isRight: rank === 0 });
  });
  return { ranking: rankingOf(ranks), best };
}

/** Of ranks from 0; -1 where the right one was not found, null where a text is not asked. */
function rankingOf(ranks: readonly (number | null)[]): Ranking {
  const asked = ranks.filter((rank) => rank !== null);
  const share = (isSo: (rank: number) => boolean) =>
    asked.filter((rank) => rank >= 0 && isSo(rank)).length / asked.length;
  return {
    first: share((rank) => rank === 0),
    amongFive: share((rank) => rank < 5),
    meanReciprocal: asked.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / asked.length,
  };
}
