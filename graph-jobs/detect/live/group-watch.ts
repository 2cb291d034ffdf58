import { communities } from '../communities.js';
import type { LiveLook } from './live-looks.js';
import type { GrownGroup } from './look.js';
import type { NamedNetwork } from './named-network.js';

/** As for an issue: more than anybody can review, and than community detection holds in a gibibyte. */
const MOST_EDGES = 500_000;
const RESOLUTION = 1;
const SEED = 1;

/**
 * Tells which co-timed groups grew. Communities are found anew in each look at which the kept pairs changed, and are cut a
 * little otherwise each time: so a group is told of when it has a member who was in no group before, not when members moved.
 */
export class GroupWatch {
  #grouped: ReadonlySet<string>;
  #pairs: number;

  /** `pairs`: how many were above at the last look, of which `grouped` is what they made. */
  constructor(grouped: readonly string[] = [], pairs = 0) {
    this.#grouped = new Set(grouped);
    this.#pairs = pairs;
  }

  /** The members of all groups at the last look, in the order of ids. */
  get grouped(): readonly string[] {
    return [...this.#grouped].sort();
  }

  /** Largest first; null where there are too many pairs to be grouped. */
  look(names: NamedNetwork, { aboveCount, above, risen }: LiveLook): readonly GrownGroup[] | null {
    const same = risen.length === 0 && aboveCount === this.#pairs;
    this.#pairs = aboveCount;
    if (aboveCount > MOST_EDGES) return null;
    if (same) return [];
    const { edges, ids } = names.ranked(above());
    const groups = communities(edges, RESOLUTION, SEED).map((members) => members.map((rank) => ids.at(rank)));
    const before = this.#grouped;
    this.#grouped = new Set(groups.flat());
    return groups
      .map((members) => ({ members, joined: members.filter((member) => !before.has(member)) }))
      .filter(({ joined }) => joined.length > 0)
      .sort((a, b) => b.members.length - a.members.length || (a.members[0]! < b.members[0]! ? -1 : 1));
  }
}
