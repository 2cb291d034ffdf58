import type { ActionColumns } from '#domain/action.js';
import { grownTo, NONE } from './slot-columns.js';

/**
 * The actions of the horizon: a slot each, used again when its action leaves; the slots of an object in a list by time,
 * those of a content in a list of their own. Slots cost 32 bytes, an object 8 and a content 4.
 */
export class KeptActions {
  account = new Uint32Array(0);
  object = new Uint32Array(0);
  content = new Uint32Array(0);
  time = new Float64Array(0);
  /** The slots before and after on the same object; `next` of a free slot is the next free one. */
  previous = new Uint32Array(0);
  next = new Uint32Array(0);
  #nextOfContent = new Uint32Array(0);
  /** By object, and by content. */
  #first = new Uint32Array(0);
  #last = new Uint32Array(0);
  #firstOfContent = new Uint32Array(0);
  #free = NONE;
  #slots = 0;

  firstOf(object: number): number {
    return this.#first[object] ?? NONE;
  }

  lastOf(object: number): number {
    return this.#last[object] ?? NONE;
  }

  /** Whether this content by this account on this object is kept. */
  holds(account: number, object: number, content: number): boolean {
    let slot = this.#firstOfContent[content] ?? NONE;
    for (; slot !== NONE; slot = this.#nextOfContent[slot]!) {
      if (this.account[slot] === account && this.object[slot] === object) return true;
    }
    return false;
  }

  /** Puts an action behind `before` in the list of its object (NONE: in front of all); gives its slot. */
  insert(account: number, object: number, content: number, time: number, before: number): number {
    const slot = this.#freeSlot();
    this.account[slot] = account;
    this.object[slot] = object;
    this.content[slot] = content;
    this.time[slot] = time;
    this.#first = grownTo(this.#first, object, NONE);
    this.#last = grownTo(this.#last, object, NONE);
    const after = before === NONE ? this.#first[object]! : this.next[before]!;
    this.#link(object, before, slot);
    this.#link(object, slot, after);
    this.#firstOfContent = grownTo(this.#firstOfContent, content, NONE);
    this.#nextOfContent[slot] = this.#firstOfContent[content]!;
    this.#firstOfContent[content] = slot;
    return slot;
  }

  remove(slot: number): void {
    this.#link(this.object[slot]!, this.previous[slot]!, this.next[slot]!);
    this.#unlinkContent(slot);
    this.next[slot] = this.#free;
    this.#free = slot;
  }

  /** Puts the list of an object in the order of time. */
  sortObject(object: number): void {
    const slots: number[] = [];
    for (let slot = this.firstOf(object); slot !== NONE; slot = this.next[slot]!) slots.push(slot);
    const sorted = Uint32Array.from(slots).sort((a, b) => this.time[a]! - this.time[b]!);
    let before = NONE;
    for (const slot of sorted) {
      this.#link(object, before, slot);
      before = slot;
    }
    this.#link(object, before, NONE);
  }

  /** The actions in these slots as columns. */
  columns(slots: Uint32Array): ActionColumns {
    return {
      behaviour: 'CO_REPOST',
      length: slots.length,
      account: slots.map((slot) => this.account[slot]!),
      object: slots.map((slot) => this.object[slot]!),
      time: Float64Array.from(slots, (slot) => this.time[slot]!),
      mention: slots.map((slot) => this.content[slot]!),
      accountCount: 1 + slots.reduce((most, slot) => Math.max(most, this.account[slot]!), -1),
      objectCount: 1 + slots.reduce((most, slot) => Math.max(most, this.object[slot]!), -1),
    };
  }

  #link(object: number, before: number, after: number): void {
    if (before === NONE) this.#first[object] = after;
    else this.next[before] = after;
    if (after === NONE) this.#last[object] = before;
    else this.previous[after] = before;
  }

  #unlinkContent(slot: number): void {
    const content = this.content[slot]!;
    if (this.#firstOfContent[content] === slot) {
      this.#firstOfContent[content] = this.#nextOfContent[slot]!;
      return;
    }
    let before = this.#firstOfContent[content]!;
    while (this.#nextOfContent[before] !== slot) before = this.#nextOfContent[before]!;
    this.#nextOfContent[before] = this.#nextOfContent[slot]!;
  }

  #freeSlot(): number {
    const slot = this.#free;
    if (slot !== NONE) {
      this.#free = this.next[slot]!;
      return slot;
    }
    if (this.#slots === this.time.length) this.#grow();
    return this.#slots++;
  }

  #grow(): void {
    const last = this.#slots;
    this.account = grownTo(this.account, last);
    this.object = grownTo(this.object, last);
    this.content = grownTo(this.content, last);
    this.time = grownTo(this.time, last);
    this.previous = grownTo(this.previous, last);
    this.next = grownTo(this.next, last);
    this.#nextOfContent = grownTo(this.#nextOfContent, last);
  }
}
