/** The different ones of some hashes whose bits are well mixed, in order of first appearance, without an object for any text. */
export class DistinctHashes {
  /** The first `length` of them. */
  values = new Uint32Array(1 << 8);
  length = 0;
  /** Places in `values` from 1 on; 0 where a slot is free. */
  #slots = new Uint32Array(1 << 9);
  #mask = 0;

  /** Forgets those before; at most so many are to come. */
  begin(most: number): void {
    let slots = 16;
    while (slots < 2 * most) slots *= 2;
    if (slots > this.#slots.length) this.#slots = new Uint32Array(slots);
    if (most > this.values.length) this.values = new Uint32Array(slots);
    this.#slots.fill(0, 0, slots);
    this.#mask = slots - 1;
    this.length = 0;
  }

  add(hash: number): void {
    let slot = hash & this.#mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & this.#mask)
      if (this.values[this.#slots[slot]! - 1] === hash) return;
    this.values[this.length] = hash;
    this.length += 1;
    this.#slots[slot] = this.length;
  }
}
