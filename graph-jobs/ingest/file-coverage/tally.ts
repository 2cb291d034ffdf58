/** Distinct values that are told apart; a damaged column must not fill the memory. */
const MOST_VALUES = 1000;
const OTHERS = '(others)';

/** How often each value of a field comes. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    const key = this.#counts.has(value) || this.#counts.size < MOST_VALUES ? value : OTHERS;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Most frequent first, equals by name. */
  entries(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  }
}
