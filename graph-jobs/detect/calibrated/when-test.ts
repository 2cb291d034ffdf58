import type { LayerActivity } from './layer-activity.js';
import type { MarkedAccounts, Neighbourhoods } from './neighbourhoods.js';
import { ownRhythm } from './own-rhythm.js';
import { poissonBinomialTail } from './poisson-binomial-tail.js';
import type { Refinements } from './prepared-layers.js';
import { type SharedObject, sharedObjects, withinWindow } from './shared-objects.js';
import { untiedClassChance } from './untied-class-chance.js';
import { popularityClass, type WindowSlots } from './window-slots.js';

/** How many sharers the class of an object's popularity weighs like, beside its own. */
const SHRINK = 20;

interface TiedRows {
  /** Rows on the object of accounts with a co-timed neighbourhood, and how many actions are within the window of each. */
  readonly rows: readonly number[];
  readonly near: readonly number[];
  /** All slot pairs on the object. */
  readonly slots: number;
}

/**
 * Test 2, "when, given what": both accounts acted on the same objects; is it surprising that so many of their co-actions
 * fell within the window? The tail of the Poisson-binomial over the objects that both acted on. The chance for one
 * object comes from its other actions, outside the pair's own co-timed neighbourhood, shrunk towards objects of like
 * popularity, and is at least what the two accounts' own hours around that time give.
 */
export class WhenTest {
  readonly #layer: LayerActivity;
  readonly #slots: WindowSlots;
  readonly #near: Neighbourhoods;
  readonly #marked: MarkedAccounts;
  readonly #tied: Uint8Array;
  readonly #classChance: Float64Array;
  readonly #rowsOn = new Map<number, TiedRows>();

  constructor(
    layer: LayerActivity,
    slots: WindowSlots,
    near: Neighbourhoods,
    marked: MarkedAccounts,
    { untiedClasses }: Refinements,
  ) {
    this.#layer = layer;
    this.#slots = slots;
    this.#near = near;
    this.#marked = marked;
    this.#tied = new Uint8Array(layer.actions.accountCount);
    for (const account of near.accounts()) this.#tied[account] = 1;
    this.#classChance = untiedClasses ? untiedClassChance(layer, slots, this.#tied) : slots.classChance;
  }

  p(from: number, to: number, occasions: number): number {
    this.#marked.around(this.#near, from, to, true);
    const chances = sharedObjects(this.#layer, from, to).map((shared) => this.#chance(from, to, shared));
    return poissonBinomialTail(occasions, chances);
  }

  #chance(from: number, to: number, shared: SharedObject): number {
    const { objectStart } = this.#layer.actions;
    const prior = this.#classChance[popularityClass(objectStart[shared.object + 1]! - objectStart[shared.object]!)]!;
    const { others, slots } = this.#besides(shared.object);
    // `others` times the share of their pairs that are slot pairs.
    const own = others > 1 ? slots / ((others - 1) / 2) : 0;
    const ofObject = (own + SHRINK * prior) / ((others > 1 ? others : 0) + SHRINK);
    return Math.max(ofObject, ownRhythm(this.#layer, from, to, shared, this.#slots.windowMs, prior));
  }

  /** Actions on the object of accounts that are not marked, and the slot pairs between them. */
  #besides(object: number): { others: number; slots: number } {
    const { account, time, objectStart } = this.#layer.actions;
    const tied = this.#tiedOn(object);
    let others = objectStart[object + 1]! - objectStart[object]!;
    let slots = tied.slots;
    const out: number[] = [];
    let low = 0;
    for (let i = 0; i < tied.rows.length; i++) {
      const row = tied.rows[i]!;
      if (!this.#marked.has(account[row]!)) continue;
      others -= 1;
      slots -= tied.near[i]!;
      while (low < out.length && time[row]! - time[out[low]!]! > this.#slots.windowMs) low += 1;
      // Those between two marked rows were taken away twice.
      slots += out.length - low;
      out.push(row);
    }
    return { others, slots };
  }

  #tiedOn(object: number): TiedRows {
    let tied = this.#rowsOn.get(object);
    if (tied === undefined) {
      tied = this.#findTiedOn(object);
      this.#rowsOn.set(object, tied);
    }
    return tied;
  }

  #findTiedOn(object: number): TiedRows {
    const { account, time, objectStart } = this.#layer.actions;
    const { windowMs } = this.#slots;
    const [first, end] = [objectStart[object]!, objectStart[object + 1]!];
    const rows: number[] = [];
    const near: number[] = [];
    let [low, slots] = [first, 0];
    for (let row = first; row < end; row++) {
      while (time[row]! - time[low]! > windowMs) low += 1;
      slots += row - low;
      if (this.#tied[account[row]!] === 0) continue;
      const [from, until] = withinWindow(this.#layer, row, windowMs);
      rows.push(row);
      near.push(until - from - 1);
    }
    return { rows, near, slots };
  }
}
