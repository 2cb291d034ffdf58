import { pairOf, rootsOfPair } from './text-terms.js';

/**
 * Codes of the pairs of roots that claims have, ascending as the pairs are. Those of one first root stand together, so that a
 * pair of a text is looked up among a few, without a map of numbers.
 */
export class PairCodes {
  /** By first root: where its pairs begin. */
  readonly #starts: Uint32Array;
  readonly #seconds: Uint32Array;

  /** `roots`: how many roots the claims have. */
  constructor(pairs: Iterable<number>, roots: number) {
    const sorted = Float64Array.from(new Set(pairs)).sort();
    this.#starts = new Uint32Array(roots + 1);
    this.#seconds = new Uint32Array(sorted.length);
    sorted.forEach((pair, code) => {
      const [first, second] = rootsOfPair(pair);
      this.#starts[first + 1]! += 1;
      this.#seconds[code] = second;
    });
    for (let root = 0; root < roots; root++) this.#starts[root + 1]! += this.#starts[root]!;
  }

  get length(): number {
    return this.#seconds.length;
  }

  /** The pair of each code. */
  *pairs(): Generator<number> {
    for (let first = 0, code = 0; code < this.length; first++)
      while (code < this.#starts[first + 1]!) yield pairOf(first, this.#seconds[code++]!);
  }

  /** -1 where no claim has the pair. */
  of(pair: number): number {
    const [first, second] = rootsOfPair(pair);
    if (first + 1 >= this.#starts.length) return -1;
    const end = this.#starts[first + 1]!;
    for (let code = this.#starts[first]!; code < end; code++) if (this.#seconds[code] === second) return code;
    return -1;
  }
}
