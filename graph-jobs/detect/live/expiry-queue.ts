/**
 * Slots of actions, the earliest time first: a binary heap (Williams 1964). A feed comes nearly in the order of its times,
 * and an action that is later than all others stays where it is put.
 */
export class ExpiryQueue {
  #slots = new Uint32Array(1 << 10);
  #length = 0;

  /** `timeOf` gives the time of a slot. */
  constructor(private readonly timeOf: (slot: number) => number) {}

  get length(): number {
    return this.#length;
  }

  /** Infinity where there is none. */
  get earliest(): number {
    return this.#length === 0 ? Number.POSITIVE_INFINITY : this.timeOf(this.#slots[0]!);
  }

  /** All slots, in no order that means anything; a view, valid until the next push. */
  slots(): Uint32Array {
    return this.#slots.subarray(0, this.#length);
  }

  push(slot: number): void {
    if (this.#length === this.#slots.length) {
      const slots = new Uint32Array(2 * this.#length);
      slots.set(this.#slots);
      this.#slots = slots;
    }
    const time = this.timeOf(slot);
    let at = this.#length++;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = this.#slots[(at - 1) >> 1]!;
      if (this.timeOf(above) <= time) break;
      this.#slots[at] = above;
    }
    this.#slots[at] = slot;
  }

  /** Takes the earliest one out. Only where there is one. */
  pop(): number {
    const slots = this.#slots;
    const first = slots[0]!;
    const last = slots[--this.#length]!;
    const time = this.timeOf(last);
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#length) break;
      if (below + 1 < this.#length && this.timeOf(slots[below + 1]!) < this.timeOf(slots[below]!)) below += 1;
      if (this.timeOf(slots[below]!) >= time) break;
      slots[at] = slots[below]!;
      at = below;
    }
    slots[at] = last;
    return first;
  }
}
