import type { ActionColumns } from '#domain/action.js';
import { type CoActionEdges, MOST_PAIRS_ON_OBJECT } from '#domain/detection.js';
import { CrowdWeights } from './crowd-weights.js';
import { EdgeList } from './edge-list.js';
import { EdgeTable } from './edge-table.js';
import { ExpiryQueue } from './expiry-queue.js';
import { KeptActions } from './kept-actions.js';
import { type LiveLook, LiveLooks } from './live-looks.js';
import { grownTo, NONE } from './slot-columns.js';

export interface LiveParameters {
  readonly windowMs: number;
  /** Actions further back from the latest one leave, and with them their pairs. At least the window and the lateness. */
  readonly horizonMs: number;
  /** An action further back from the latest one than this when it comes is too late to be taken. */
  readonly latenessMs: number;
  /** Pairs of actions that make an object a crowd; see ../crowded-objects.ts. */
  readonly mostPairsOnObject?: number;
  readonly mostEdges?: number;
}

export type Outcome = 'TAKEN' | 'REPEATED' | 'TOO_LATE';

/**
 * The compatible network of the last hours of a feed, kept as actions come and leave: at any time it is, edge for edge and
 * weight for weight, compatibleNetwork() of the actions that are kept (minimum participation 1). These are the actions of
 * the last `horizonMs` before the latest time in the feed, less those that were too late or repeated when they came.
 *
 * An action that comes makes the edges to its neighbours in time heavier; when it leaves it makes the same edges lighter,
 * found anew from what is still kept. So no pair of posts is ever held: memory follows the actions and the edges.
 * Codes are dictionary codes, from 0 without large gaps. Definitions: docs/methods/live-network.md.
 */
export class LiveNetwork {
  readonly #kept = new KeptActions();
  readonly #expiry = new ExpiryQueue((slot) => this.#kept.time[slot]!);
  readonly #edges: EdgeTable;
  readonly #looks: LiveLooks;
  readonly #windowMs: number;
  readonly #mostPairs: number;
  /** Pairs of actions within the window by object, whoever made them; not kept up for crowds. */
  #pairsOn = new Float64Array(0);
  readonly #crowds = new Set<number>();
  /** Crowds whose list is out of order: a late action is not worth a walk through a crowd. */
  readonly #unsorted = new Set<number>();
  #clock = Number.NEGATIVE_INFINITY;

  constructor(private readonly parameters: LiveParameters) {
    this.#windowMs = parameters.windowMs;
    this.#mostPairs = parameters.mostPairsOnObject ?? MOST_PAIRS_ON_OBJECT;
    this.#edges = new EdgeTable(parameters.mostEdges);
    this.#looks = new LiveLooks(this.#edges);
  }

  /** The latest time in the feed; -Infinity before the first action. */
  get clock(): number {
    return this.#clock;
  }

  get length(): number {
    return this.#expiry.length;
  }

  /** Objects that are crowds now. */
  get crowdedObjects(): number {
    this.#settle();
    return this.#crowds.size;
  }

  /** Pairs of accounts of any weight. */
  get edgeCount(): number {
    this.#settle();
    return this.#edges.length;
  }

  add(account: number, object: number, content: number, time: number): Outcome {
    this.advance(time);
    if (this.#kept.holds(account, object, content)) return 'REPEATED';
    if (time < this.#clock - this.parameters.latenessMs) return 'TOO_LATE';
    const crowd = this.#crowds.has(object);
    const before = crowd ? this.#kept.lastOf(object) : this.#lastUpTo(object, time);
    if (crowd && before !== NONE && this.#kept.time[before]! > time) this.#unsorted.add(object);
    const slot = this.#kept.insert(account, object, content, time, before);
    this.#expiry.push(slot);
    if (!crowd) this.#count(object, slot);
    return 'TAKEN';
  }

  /** Lets time pass: what is further back than the horizon leaves. */
  advance(time: number): void {
    if (time <= this.#clock) return;
    this.#clock = time;
    while (this.#expiry.earliest < time - this.parameters.horizonMs) {
      const slot = this.#expiry.pop();
      const object = this.#kept.object[slot]!;
      if (!this.#crowds.has(object)) {
        const rows = this.#change(slot, false, true) + this.#change(slot, false, false);
        this.#pairsOn[object] = this.#pairsOn[object]! - rows;
      }
      this.#kept.remove(slot);
    }
  }

  /** The edges of at least this weight, in no order that means anything. */
  edges(minWeight: number): CoActionEdges {
    const kept = new EdgeList();
    this.#visit((from, to, weight) => {
      if (weight >= minWeight) kept.push(from, to, weight);
    });
    return kept.edges();
  }

  /** The same, and which of them are new since the last look. */
  look(minWeight: number): LiveLook {
    this.#settle();
    return this.#looks.look(minWeight, this.#crowds.size > 0, (each) => this.#visit(each));
  }

  /** Takes an edge for one that has been shown. */
  tell(one: number, other: number): void {
    this.#looks.tell(one, other);
  }

  /** The pairs of accounts that had the weight at the last look. */
  told(): CoActionEdges {
    const pairs = new EdgeList();
    this.#edges.visit((from, to, weight, told) => {
      if (told) pairs.push(from, to, weight);
    });
    return pairs.edges();
  }

  /** The actions that are kept, in no order that means anything; of some accounts only where `marked` says so. */
  actions(marked?: Uint8Array): ActionColumns {
    const { account } = this.#kept;
    const all = this.#expiry.slots();
    return this.#kept.columns(marked === undefined ? all : all.filter((slot) => marked[account[slot]!] === 1));
  }

  #count(object: number, slot: number): void {
    this.#pairsOn = grownTo(this.#pairsOn, object);
    const rows = this.#change(slot, true, true) + this.#change(slot, true, false);
    this.#pairsOn[object] = this.#pairsOn[object]! + rows;
    if (this.#pairsOn[object]! <= this.#mostPairs) return;
    for (let each = this.#kept.firstOf(object); each !== NONE; each = this.#kept.next[each]!) {
      this.#change(each, false, false);
    }
    this.#crowds.add(object);
  }

  /** Makes the edges to the neighbours in time on one side heavier or lighter; gives the number of neighbours. */
  #change(slot: number, heavier: boolean, before: boolean): number {
    const { account, content, time, previous, next } = this.#kept;
    const [who, what, at] = [account[slot]!, content[slot]!, time[slot]!];
    const step = before ? previous : next;
    let rows = 0;
    for (let other = step[slot]!; other !== NONE; other = step[other]!) {
      if (Math.abs(time[other]! - at) > this.#windowMs) break;
      rows += 1;
      if (account[other] === who || content[other] === what) continue;
      if (heavier) this.#edges.add(who, account[other]!);
      else this.#edges.remove(who, account[other]!);
    }
    return rows;
  }

  /** The last action on the object that is not after this time. */
  #lastUpTo(object: number, time: number): number {
    const { previous, time: times } = this.#kept;
    let slot = this.#kept.lastOf(object);
    while (slot !== NONE && times[slot]! > time) slot = previous[slot]!;
    return slot;
  }

  /** Crowds that have shrunk count again. Only when somebody looks: at the bound an object would go to and fro. */
  #settle(): void {
    for (const object of this.#unsorted) this.#kept.sortObject(object);
    this.#unsorted.clear();
    for (const object of this.#crowds) {
      const pairs = this.#pairsInWindow(object);
      if (pairs > this.#mostPairs) continue;
      this.#crowds.delete(object);
      this.#pairsOn[object] = pairs;
      for (let slot = this.#kept.firstOf(object); slot !== NONE; slot = this.#kept.next[slot]!) {
        this.#change(slot, true, false);
      }
    }
  }

  #pairsInWindow(object: number): number {
    const { time, next } = this.#kept;
    let start = this.#kept.firstOf(object);
    let [pairs, between] = [0, 0];
    for (let slot = start; slot !== NONE; slot = next[slot]!) {
      for (; time[slot]! - time[start]! > this.#windowMs; start = next[start]!) between -= 1;
      pairs += between++;
    }
    return pairs;
  }

  #visit(each: (from: number, to: number, weight: number, told: boolean) => void): void {
    this.#settle();
    if (this.#crowds.size === 0) {
      this.#edges.visit(each);
      return;
    }
    const inCrowds = this.#expiry.slots().filter((slot) => this.#crowds.has(this.#kept.object[slot]!));
    const crowds = new CrowdWeights(this.#kept.columns(inCrowds), this.#windowMs);
    this.#edges.visit((from, to, weight, told) => {
      // Who meets in crowds alone makes no edge.
      each(from, to, weight === 0 ? 0 : weight + crowds.between(from, to), told);
    });
  }
}
