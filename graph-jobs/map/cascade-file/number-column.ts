/** Numbers by row, growing as rows come in. */
export class NumberColumn<Column extends Float64Array | Uint32Array> {
  #values: Column;
  #length = 0;
  readonly #sized: (length: number) => Column;

  constructor(sized: (length: number) => Column) {
    this.#sized = sized;
    this.#values = sized(1 << 12);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#sized(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A view of all that was pushed. */
  values(): Column {
    return this.#values.subarray(0, this.#length) as Column;
  }
}
