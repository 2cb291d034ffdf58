import { NO_ROW } from '#domain/mention-columns.js';

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

/** Codes for surrogate keys in order of first appearance: an array by key, since a store counts its keys up from 1. */
export class KeyCodes {
  readonly #keys = new WordColumn();
  #codes = new Uint32Array(1024).fill(NO_ROW);

  codeOf(key: number): number {
    const known = this.find(key);
    if (known !== NO_ROW) return known;
    if (key >= this.#codes.length) {
      const larger = new Uint32Array(Math.max(key + 1, this.#codes.length * 2)).fill(NO_ROW);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    const code = this.#keys.length;
    this.#codes[key] = code;
    this.#keys.push(key);
    return code;
  }

  /** NO_ROW where the key has not appeared. */
  find(key: number): number {
    return this.#codes[key] ?? NO_ROW;
  }

  keys(): Uint32Array {
    return this.#keys.values();
  }
}
