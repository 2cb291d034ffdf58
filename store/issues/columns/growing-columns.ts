type Numbers = Float64Array | Uint32Array | Uint8Array;

/** A typed array that doubles when full. */
class GrowingColumn<T extends Numbers> {
  #array: T;
  readonly #make: (length: number) => T;
  #length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#array = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = this.#make(this.#length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#array[index]!;
  }

  values(): T {
    return this.#array.slice(0, this.#length) as T;
  }
}

export class FloatColumn extends GrowingColumn<Float64Array> {
  constructor() {
    super((length) => new Float64Array(length));
  }
}

export class WordColumn extends GrowingColumn<Uint32Array> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

export class SmallColumn extends GrowingColumn<Uint8Array> {
  constructor() {
    super((length) => new Uint8Array(length));
  }
}
