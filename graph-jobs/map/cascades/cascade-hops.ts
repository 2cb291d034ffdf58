import { NO_ROW } from '#domain/mention-columns.js';
import type { CascadeForest } from './cascade-forest.js';
import type { CascadeMembers } from './cascade-members.js';

/** How each cascade moved between places: platforms, provinces, or news and social. */
export interface CascadeHops {
  /** Different places among its mentions; unknown ones are none. */
  readonly places: Uint32Array;
  /** Steps from a parent in one place to a child in another. */
  readonly hops: Uint32Array;
  /** Steps whose two places are known: all others cannot tell whether they are hops. */
  readonly steps: Uint32Array;
}

/** O(rows + places). `place` is a code by row, below `placeCount`, or NO_ROW where it is unknown. */
export function cascadeHops(
  place: ArrayLike<number>,
  placeCount: number,
  { parent }: Pick<CascadeForest, 'parent'>,
  { length, order, start }: CascadeMembers,
): CascadeHops {
  const seenIn = new Uint32Array(placeCount);
  const places = new Uint32Array(length);
  const hops = new Uint32Array(length);
  const steps = new Uint32Array(length);
  for (let c = 0; c < length; c += 1) {
    for (let i = start[c]!; i < start[c + 1]!; i += 1) {
      const row = order[i]!;
      const here = place[row]!;
      if (here === NO_ROW) continue;
      if (seenIn[here] !== c + 1) {
        seenIn[here] = c + 1;
        places[c]! += 1;
      }
      const from = parent[row] === NO_ROW ? NO_ROW : place[parent[row]!]!;
      if (from === NO_ROW) continue;
      steps[c]! += 1;
      if (from !== here) hops[c]! += 1;
    }
  }
  return { places, hops, steps };
}
