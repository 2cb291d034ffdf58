import type { SortedActions } from '#domain/detection.js';
import type { PairsOfEdge } from './edge-evidence.js';

export interface EdgeMeasures {
  /** Pairs of mentions. */
  readonly weight: number;
  /** Distinct objects on which the two accounts met. */
  readonly objects: number;
  /** Distinct mentions in the pairs of the account that has fewer, over those of the other. */
  readonly symmetry: number;
}

/**
 * What the pairs of an edge say. The symmetry is what CooRTweet means by edge_symmetry_score (Righetti
 * and Balluff 2025; its release 2.1.3 counts other edges' posts as well): each account's own posts in these very pairs.
 */
export function edgeMeasures({ object, mention }: SortedActions, pairs: ReturnType<PairsOfEdge>): EdgeMeasures {
  const objects = new Set<number>();
  const ofFrom = new Set<number>();
  const ofTo = new Set<number>();
  let last = -1;
  let weight = 0;
  for (const [row, others] of pairs) {
    objects.add(object[row]!);
    weight += others.length;
    ofFrom.add(mention[row]!);
    // The windows of later rows reach back over the same others: only those beyond the last one are new.
    for (let i = others.length - 1; i >= 0 && others[i]! > last; i--) ofTo.add(mention[others[i]!]!);
    last = others[others.length - 1]!;
  }
  const [fewer, more] = ofFrom.size < ofTo.size ? [ofFrom.size, ofTo.size] : [ofTo.size, ofFrom.size];
  return { weight, objects: objects.size, symmetry: more === 0 ? 0 : fewer / more };
}
