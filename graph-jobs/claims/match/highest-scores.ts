/** The items of the highest scores, the lower item where scores are the same: a heap of them with the worst on top. */
export class HighestScores {
  readonly #items: Uint32Array;
  readonly #scores: Float64Array;
  #length = 0;

  constructor(most: number) {
    this.#items = new Uint32Array(most);
    this.#scores = new Float64Array(most);
  }

  add(item: number, score: number): void {
    if (this.#length < this.#items.length) this.#rise(this.#length++, item, score);
    else if (this.#isBetter(item, score, 0)) this.#sink(item, score);
  }

  /** Ascending. */
  items(): Uint32Array {
    return this.#items.slice(0, this.#length).sort();
  }

  #isBetter(item: number, score: number, than: number): boolean {
    const other = this.#scores[than]!;
    return score > other || (score === other && item < this.#items[than]!);
  }

  #rise(from: number, item: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isBetter(item, score, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, item, score);
  }

  /** In the place of the worst. */
  #sink(item: number, score: number): void {
    let at = 0;
    for (let child = 1; child < this.#length; child = 2 * at + 1) {
      const other = child + 1;
      const worse =
        other < this.#length && !this.#isBetter(this.#items[other]!, this.#scores[other]!, child) ? other : child;
      if (!this.#isBetter(item, score, worse)) break;
      this.#move(worse, at);
      at = worse;
    }
    this.#put(at, item, score);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#items[from]!, this.#scores[from]!);
  }

  #put(at: number, item: number, score: number): void {
    this.#items[at] = item;
    this.#scores[at] = score;
  }
}
