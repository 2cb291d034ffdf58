import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { SortedActions } from '#domain/detection.js';
import { type NewAction, type Planted, withActions } from './with-actions.js';

const AUDIENCE = 40;
const ITEMS = 30;
const SHARE_OF_ITEMS = 0.4;

/**
 * Followers of one outlet, who know nothing of each other: each shares some of its items, after exponential delays, and
 * takes over as many actions of the background. The items come when the background is awake.
 */
export function plantedAudience(background: SortedActions, medianSeconds: number, seed: number): Planted {
  const random = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(random, 0, end - 1);
  const actions: NewAction[] = [];
  for (let item = 0; item < ITEMS; item++) {
    const published = background.time[below(background.length)]!;
    for (let actor = 0; actor < AUDIENCE; actor++) {
      if (uniformFloat64(random) >= SHARE_OF_ITEMS) continue;
      const seconds = Math.round(-Math.log2(1 - uniformFloat64(random)) * medianSeconds);
      actions.push({ actor, object: background.objectCount + item, time: published + seconds * 1000 });
    }
  }
  return withActions(background, AUDIENCE, actions, ITEMS * SHARE_OF_ITEMS, below);
}

/** The items are numbered after all objects of the background. */
export function isItem(background: SortedActions, object: number): boolean {
  return object >= background.objectCount;
}
