import { BEHAVIOURS, type Behaviour } from '#domain/action.js';
import type { BehaviourShare } from '#domain/finding.js';

/** How strongly pairs of accounts are tied by one behaviour: one row a pair. */
export interface BehaviourTies {
  readonly behaviour: Behaviour;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Above 0, in the unit of the mode: occasions above chance, or pairs of mentions. */
  readonly strength: ArrayLike<number>;
}

/**
 * What ties each group, by behaviour: the share of the strength of all ties between its members. Largest first; equal ones
 * as behaviours are listed. Behaviours that tie nobody in the group are left out; the others sum to 1.
 */
export function attributions(
  groups: readonly { readonly members: readonly number[] }[],
  ties: readonly BehaviourTies[],
): readonly (readonly BehaviourShare[])[] {
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map((code) => [code, group] as const)));
  const sums = groups.map(() => new Map<Behaviour, number>());
  for (const { behaviour, from, to, strength } of ties) {
    for (let i = 0; i < strength.length; i++) {
      const group = groupOf.get(from[i]!);
      if (group === undefined || group !== groupOf.get(to[i]!)) continue;
      const sum = sums[group]!;
      sum.set(behaviour, (sum.get(behaviour) ?? 0) + strength[i]!);
    }
  }
  return sums.map(sharesOf);
}

function sharesOf(sum: ReadonlyMap<Behaviour, number>): readonly BehaviourShare[] {
  const whole = [...sum.values()].reduce((all, strength) => all + strength, 0);
  return BEHAVIOURS.filter((behaviour) => sum.has(behaviour))
    .map((behaviour) => ({ behaviour, share: sum.get(behaviour)! / whole }))
    .sort((a, b) => b.share - a.share);
}
