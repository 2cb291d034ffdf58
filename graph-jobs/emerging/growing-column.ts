type Column = Float64Array | Uint32Array | Uint8Array;

/** A column whose length nobody knows before the last row. */
export class GrowingColumn<C extends Column> {
  readonly #make: (length: number) => C;
  #values: C;
  #length = 0;

  constructor(make: (length: number) => C) {
    this.#make = make;
    this.#values = make(1 << 10);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  taken(): C {
    return this.#values.subarray(0, this.#length) as C;
  }
}
