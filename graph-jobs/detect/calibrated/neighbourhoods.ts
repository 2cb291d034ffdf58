import type { PairTests } from './pair-tests.js';

/** The accounts with which test 1 tied each account, in one layer and window: its co-timed neighbourhood. */
export class Neighbourhoods {
  readonly #near = new Map<number, number[]>();

  constructor(tests: PairTests, layer: number, window: number) {
    for (let row = 0; row < tests.length; row++) {
      if (tests.layer[row] !== layer || tests.window[row] !== window) continue;
      this.#add(tests.from[row]!, tests.to[row]!);
      this.#add(tests.to[row]!, tests.from[row]!);
    }
  }

  /** Every account that is tied to any, ascending. */
  accounts(): Uint32Array {
    return Uint32Array.from(this.#near.keys()).sort();
  }

  of(account: number): readonly number[] {
    return this.#near.get(account) ?? [];
  }

  #add(account: number, other: number): void {
    const near = this.#near.get(account);
    if (near === undefined) this.#near.set(account, [other]);
    else near.push(other);
  }
}

/** A set of accounts that is made anew for every pair: their marks, told apart by the number of the pair. */
export class MarkedAccounts {
  readonly #mark: Uint32Array;
  #current = 0;

  constructor(accountCount: number) {
    this.#mark = new Uint32Array(accountCount);
  }

  /** The neighbourhood of both accounts, themselves left out or taken in. */
  around(near: Neighbourhoods, from: number, to: number, themselves: boolean): void {
    this.#current += 1;
    for (const other of near.of(from)) this.#mark[other] = this.#current;
    for (const other of near.of(to)) this.#mark[other] = this.#current;
    this.#mark[from] = themselves ? this.#current : 0;
    this.#mark[to] = themselves ? this.#current : 0;
  }

  has(account: number): boolean {
    return this.#mark[account] === this.#current;
  }
}
