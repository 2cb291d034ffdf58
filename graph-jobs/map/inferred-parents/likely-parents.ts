import { type ParentOdds, probability } from './parent-odds.js';

export const MOST_ALTERNATIVES = 5;

export interface LikelyParent {
  readonly child: number;
  readonly parent: number;
  readonly probability: number;
}

/**
 * The likeliest parents of each mention, likeliest first; of equal ones the earlier. Their order is the same for every child, so one
 * list of five grows along with the candidates.
 */
export function* likelyParents(odds: ParentOdds): Generator<LikelyParent> {
  const best: number[] = [];
  let known = 0;
  for (let child = 1; child < odds.length; child++) {
    for (; known < odds.candidates[child]!; known++) {
      const place = best.findIndex((one) => odds.logWeight[one]! < odds.logWeight[known]!);
      best.splice(place < 0 ? best.length : place, 0, known);
      if (best.length > MOST_ALTERNATIVES) best.pop();
    }
    for (const parent of best) yield { child, parent, probability: probability(odds, child, parent) };
  }
}
