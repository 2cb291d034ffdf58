import { GroupWatch } from './group-watch.js';
import type { LiveParameters } from './live-network.js';
import type { Look } from './look.js';
import { type NamedAction, NamedNetwork, type NamedOutcome } from './named-network.js';
import { newPairs } from './new-pairs.js';

export interface WatchParameters extends LiveParameters {
  /** Pairs of posts from which on a pair of accounts is told of. */
  readonly minWeight: number;
  /** Time of the feed between two looks. */
  readonly everyMs: number;
  readonly withContents: boolean;
}

/** AHEAD: of the clock on the wall; one such row would push everything else out of the horizon. */
export type WatchOutcome = NamedOutcome | 'AHEAD';
export type WatchCounts = Readonly<Record<WatchOutcome, number>>;

/** What of a watch is not in the actions that it keeps. */
export interface WatchMemory {
  readonly clock: number | null;
  readonly nextLook: number | null;
  readonly counts: WatchCounts;
  readonly told: readonly (readonly [string, string])[];
  readonly grouped: readonly string[];
}

/** Clocks of platforms and offices differ by less. */
const MOST_AHEAD_MS = 10 * 60_000;

/**
 * Watches a feed: takes its actions and looks at the network at each full `everyMs` of the feed's own time, before the
 * first action beyond it. So the same feed is told of in the same way, whatever pieces it comes in and how fast.
 */
export class Watch {
  readonly names: NamedNetwork;
  #groups = new GroupWatch();
  #nextLook: number | null = null;
  #counts: Record<WatchOutcome, number> = { TAKEN: 0, REPEATED: 0, TOO_LATE: 0, ITSELF: 0, AHEAD: 0 };
  #changed = false;

  constructor(
    readonly parameters: WatchParameters,
    private readonly onLook: (look: Look) => void,
    private readonly now: () => number = Date.now,
  ) {
    this.names = new NamedNetwork(parameters, parameters.withContents);
  }

  get counts(): WatchCounts {
    return this.#counts;
  }

  /** Whether anything came since the last look. */
  get changed(): boolean {
    return this.#changed;
  }

  take(action: NamedAction): WatchOutcome {
    const outcome = this.#take(action);
    this.#counts[outcome] += 1;
    return outcome;
  }

  /** Looks now, at whatever came since the last look. */
  look(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const { windowMs, minWeight } = this.parameters;
    const { network } = this.names;
    const look = network.look(minWeight);
    const { risen } = look;
    const { pairs, leftOut } = newPairs(this.names, risen, windowMs);
    const groups = this.#groups.look(this.names, look);
    this.onLook({
      at: network.clock,
      pairs,
      pairsLeftOut: leftOut,
      groups: groups ?? [],
      grouped: groups !== null,
      pairsAbove: look.aboveCount,
      edges: network.edgeCount,
      actions: network.length,
      crowdedObjects: network.crowdedObjects,
    });
  }

  memory(): WatchMemory {
    const { clock } = this.names.network;
    return {
      clock: Number.isFinite(clock) ? clock : null,
      nextLook: this.#nextLook,
      counts: { ...this.#counts },
      told: this.names.told(),
      grouped: this.#groups.grouped,
    };
  }

  /** Goes on from what another watch kept and remembered. */
  restore(actions: Iterable<NamedAction>, memory: WatchMemory): void {
    for (const action of actions) this.names.add(action);
    if (memory.clock !== null) this.names.network.advance(memory.clock);
    for (const [one, other] of memory.told) this.names.tell(one, other);
    this.#groups = new GroupWatch(memory.grouped, memory.told.length);
    this.#nextLook = memory.nextLook;
    this.#counts = { ...memory.counts };
    this.#changed = memory.clock !== null;
  }

  #take(action: NamedAction): WatchOutcome {
    const { time } = action;
    if (time > this.now() + MOST_AHEAD_MS) return 'AHEAD';
    if (this.#nextLook === null || time >= this.#nextLook) {
      this.look();
      this.#nextLook = (Math.floor(time / this.parameters.everyMs) + 1) * this.parameters.everyMs;
    }
    this.#changed = true;
    return this.names.add(action);
  }
}
