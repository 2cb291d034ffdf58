import type { LayerActivity } from './layer-activity.js';
import type { MarkedAccounts, Neighbourhoods } from './neighbourhoods.js';
import { sharedObjects } from './shared-objects.js';
import { TiedHours } from './tied-hours.js';
import type { WindowSlots } from './window-slots.js';

/**
 * Test 1 again, by the hours that two accounts keep: what they did besides their occasions, in the hours in which both
 * were active, among the slots of everybody outside their co-timed neighbourhood. Two accounts with the same hours meet
 * more often than blocks of a day or a week allow for.
 */
export class OwnHours {
  readonly #layer: LayerActivity;
  readonly #slots: WindowSlots;
  readonly #near: Neighbourhoods;
  readonly #tied: TiedHours;
  readonly #marked: MarkedAccounts;

  constructor(layer: LayerActivity, slots: WindowSlots, near: Neighbourhoods, marked: MarkedAccounts) {
    this.#layer = layer;
    this.#slots = slots;
    this.#near = near;
    this.#marked = marked;
    this.#tied = new TiedHours(layer, slots.windowMs, near.accounts());
  }

  /** Occasions that chance would give the two: sum over their hours of 2 x slot pairs x share of a x share of b. */
  expected(from: number, to: number): number {
    const done = this.#doneTogether(from, to);
    const [ofFrom, ofTo] = [this.#besides(from, done), this.#besides(to, done)];
    this.#marked.around(this.#near, from, to, false);
    let mean = 0;
    for (const hour of [...ofFrom.keys()].sort((a, b) => a - b)) {
      const product = ofFrom.get(hour)! * (ofTo.get(hour) ?? 0);
      if (product === 0) continue;
      const tied = this.#tied.of(hour, this.#marked);
      const actions = this.#layer.hourly[hour]! - tied.actions;
      mean += (2 * (this.#slots.hourly[hour]! - tied.slots) * product) / actions ** 2;
    }
    return mean;
  }

  /** The objects on which they acted within the window. */
  #doneTogether(from: number, to: number): Set<number> {
    const { time } = this.#layer.actions;
    const { rows } = this.#layer.byAccount;
    const done = new Set<number>();
    for (const { object, ofA, ofB } of sharedObjects(this.#layer, from, to)) {
      let [a, b] = [ofA[0], ofB[0]];
      while (a < ofA[1] && b < ofB[1]) {
        const lag = time[rows[b]!]! - time[rows[a]!]!;
        if (Math.abs(lag) <= this.#slots.windowMs) done.add(object);
        if (lag >= 0) a += 1;
        else b += 1;
      }
    }
    return done;
  }

  /** An account's actions on anything else, by hour. */
  #besides(account: number, done: ReadonlySet<number>): Map<number, number> {
    const { actions, byAccount, hour } = this.#layer;
    const counts = new Map<number, number>();
    for (let i = byAccount.start[account]!; i < byAccount.start[account + 1]!; i++) {
      const row = byAccount.rows[i]!;
      if (!done.has(actions.object[row]!)) counts.set(hour[row]!, (counts.get(hour[row]!) ?? 0) + 1);
    }
    return counts;
  }
}
