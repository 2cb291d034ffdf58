import type { Behaviour } from '#domain/action.js';
import type { BehaviourTies } from '../attribution.js';
import type { PairTests } from './pair-tests.js';

/**
 * How strongly each behaviour ties the pairs of `rows`: by its occasions above those that chance would give, in the window
 * in which these are most. Windows are not added up, as they hold the same occasions. Always above 0: who passes test 1 at
 * a rate of 0.5 or less has more occasions than the median of the Poisson distribution, which is at least its mean - ln 2.
 */
export function tiesAboveChance(
  behaviours: readonly Behaviour[],
  { layer, from, to, occasions, expected }: PairTests,
  rows: readonly number[],
): readonly BehaviourTies[] {
  return behaviours.map((behaviour, number) => {
    const best = new Map<string, number>();
    const strength = (row: number) => occasions[row]! - expected[row]!;
    for (const row of rows) {
      if (layer[row] !== number) continue;
      const pair = `${from[row]} ${to[row]}`;
      const known = best.get(pair);
      if (known === undefined || strength(row) > strength(known)) best.set(pair, row);
    }
    const kept = [...best.values()];
    return {
      behaviour,
      from: kept.map((row) => from[row]!),
      to: kept.map((row) => to[row]!),
      strength: kept.map(strength),
    };
  });
}
