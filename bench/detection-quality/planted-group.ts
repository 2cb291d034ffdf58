import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { SortedActions } from '#domain/detection.js';
import { type NewAction, type Planted, withActions } from './with-actions.js';

export interface GroupPlan {
  readonly members: number;
  /** That all members share. */
  readonly objects: number;
  /** All share an object within so long. */
  readonly delaySeconds: number;
}

/**
 * A group of new accounts in the background. Each wave is at the time of some action of the background. In every second
 * one they share what that action is on, in the others something of their own that nobody else shares. As camouflage each
 * member takes over as many actions of the background, drawn from all of it.
 */
export function plantedGroup(background: SortedActions, plan: GroupPlan, seed: number): Planted {
  const random = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(random, 0, end - 1);
  const shared = new Set<number>();
  const actions: NewAction[] = [];
  for (let wave = 0; wave < plan.objects; wave++) {
    let row = below(background.length);
    while (shared.has(background.object[row]!)) row = below(background.length);
    shared.add(background.object[row]!);
    const object = wave % 2 === 0 ? background.object[row]! : background.objectCount + wave;
    for (let member = 0; member < plan.members; member++) {
      const time = background.time[row]! + below(plan.delaySeconds + 1) * 1000;
      actions.push({ actor: member, object, time });
    }
  }
  return withActions(background, plan.members, actions, plan.objects, below);
}
