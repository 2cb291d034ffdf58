import type { ProgressListener } from '#domain/ports/issue-store.js';
import { OccasionCounter } from './occasions.js';
import { PairTestBuffer, type PairTests } from './pair-tests.js';
import { poissonTail } from './poisson-tail.js';
import type { SweepTable } from './sweep-table.js';

/** Some tens of milliseconds of work. */
const NEIGHBOURS_BETWEEN_PROGRESS = 1 << 24;
/** A mean of 0, where no block is shared, stands for one that is not known to be larger. */
export const LEAST_MEAN = 1e-9;

export interface SweepOutcome {
  readonly tests: PairTests;
  /** Pairs with two occasions or more, by window. */
  readonly tried: Uint32Array;
}

/**
 * Test 1, "who", of every pair of accounts with two occasions or more: how many would they share, given how active each
 * was in each time block and how many co-timed slots there were? Poisson with mean = sum over blocks of 2 x slot pairs x
 * share of a x share of b, and over pairs of blocks of the slot pairs across them in the same way. Only tests with p <= `mostP` are kept: no other can be rejected at that rate.
 *
 * Goes account by account, `first` to `end` - 1 of the table, and marks who acted on its objects within the widest
 * window in dense arrays. No pair is held besides the tests that are kept.
 */
export function sweepPairs(
  table: SweepTable,
  [first, end]: readonly [number, number],
  mostP: number,
  onProgress: ProgressListener = () => undefined,
): SweepOutcome {
  const sweep = new Sweep(table, mostP);
  let neighbours = 0;
  for (let from = first; from < end; from++) {
    neighbours += sweep.account(from);
    if (neighbours < NEIGHBOURS_BETWEEN_PROGRESS) continue;
    neighbours = 0;
    onProgress(from - first, end - first);
  }
  return sweep.outcome();
}

class Sweep {
  readonly #table: SweepTable;
  readonly #mostP: number;
  readonly #tests = new PairTestBuffer();
  readonly #tried: Uint32Array;
  readonly #counter: OccasionCounter;
  readonly #occasions: Uint32Array;
  readonly #means: Float64Array;
  /** Of the partners of the account under way: the last object met on, plus one, and how many. */
  readonly #lastObject: Uint32Array;
  readonly #objects: Uint32Array;
  readonly #partners: Uint32Array;
  /** Of the account under way: where its rows on an object begin and end, and its actions by block. */
  readonly #firstOn: Uint32Array;
  readonly #endOn: Uint32Array;
  readonly #inBlock: Uint32Array;

  constructor(table: SweepTable, mostP: number) {
    this.#table = table;
    this.#mostP = mostP;
    this.#counter = new OccasionCounter(table.windowsMs);
    this.#tried = new Uint32Array(table.windowsMs.length);
    this.#occasions = new Uint32Array(table.windowsMs.length);
    this.#means = new Float64Array(table.windowsMs.length);
    this.#lastObject = new Uint32Array(table.code.length);
    this.#objects = new Uint32Array(table.code.length);
    this.#partners = new Uint32Array(table.code.length);
    this.#firstOn = new Uint32Array(table.objectCount);
    this.#endOn = new Uint32Array(table.objectCount);
    this.#inBlock = new Uint32Array(table.weightStart.length - 1);
  }

  outcome(): SweepOutcome {
    return { tests: this.#tests.tests(), tried: this.#tried };
  }

  /** Tests `from` with all accounts of a higher code; gives the neighbours looked at. */
  account(from: number): number {
    const { profileStart, profileBlock, profileActions, object, rows, start, crowded } = this.#table;
    // One that is met outside the crowds may be met in them too.
    const leastObjects = crowded === null ? 2 : 1;
    const { found, looked } = this.#meet(from);
    let ready = false;
    for (let i = 0; i < found; i++) {
      const to = this.#partners[i]!;
      const objects = this.#objects[to]!;
      this.#objects[to] = 0;
      this.#lastObject[to] = 0;
      if (objects < leastObjects) continue;
      if (!ready) {
        ready = true;
        for (let e = profileStart[from]!; e < profileStart[from + 1]!; e++)
          this.#inBlock[profileBlock[e]!] = profileActions[e]!;
        for (let r = start[from]!; r < start[from + 1]!; r++) {
          const on = object[rows[r]!]!;
          if (this.#endOn[on] === 0) this.#firstOn[on] = r;
          this.#endOn[on] = r + 1;
        }
      }
      this.#test(from, to);
    }
    if (ready) {
      for (let e = profileStart[from]!; e < profileStart[from + 1]!; e++) this.#inBlock[profileBlock[e]!] = 0;
      for (let r = start[from]!; r < start[from + 1]!; r++) this.#endOn[object[rows[r]!]!] = 0;
    }
    return looked;
  }

  /** Counts, for every account of a higher code, the objects outside crowds on which both acted within the widest window. */
  #meet(from: number): { found: number; looked: number } {
    const { account, object, low, high, rows, start, crowded } = this.#table;
    const [lastObject, objects, partners] = [this.#lastObject, this.#objects, this.#partners];
    let [found, looked] = [0, 0];
    for (let r = start[from]!; r < start[from + 1]!; r++) {
      const row = rows[r]!;
      if (crowded !== null && crowded[object[row]!] === 1) continue;
      const on = object[row]! + 1;
      const until = high[row]!;
      looked += until - low[row]!;
      for (let other = low[row]!; other < until; other++) {
        const to = account[other]!;
        if (to <= from || lastObject[to] === on) continue;
        lastObject[to] = on;
        if (objects[to]!++ === 0) partners[found++] = to;
      }
    }
    // In the order of codes, whoever was met first.
    if (found > 1) partners.subarray(0, found).sort();
    return { found, looked };
  }

  #test(from: number, to: number): void {
    const { windowsMs, code, layer } = this.#table;
    this.#count(to);
    let means = false;
    for (let w = 0; w < windowsMs.length; w++) {
      const occasions = this.#occasions[w]!;
      if (occasions < 2) continue;
      this.#tried[w]!++;
      if (!means) this.#expect(to);
      means = true;
      const mean = Math.max(this.#means[w]!, LEAST_MEAN);
      const p = poissonTail(occasions, mean);
      if (p <= this.#mostP) this.#tests.push(layer, w, code[from]!, code[to]!, occasions, mean, p);
    }
  }

  #count(to: number): void {
    const { object, time, rows, start } = this.#table;
    this.#counter.clear();
    for (let r = start[to]!, end = start[to + 1]!; r < end; ) {
      const on = object[rows[r]!]!;
      let after = r + 1;
      while (after < end && object[rows[after]!] === on) after += 1;
      const ofFrom = this.#endOn[on]!;
      if (ofFrom > 0) this.#counter.object(time, rows, [this.#firstOn[on]!, ofFrom], rows, [r, after]);
      r = after;
    }
    this.#counter.count(this.#occasions);
  }

  #expect(to: number): void {
    const { profileStart, profileBlock, profileActions, weightStart, weightBlock, weights } = this.#table;
    this.#means.fill(0);
    for (let e = profileStart[to]!; e < profileStart[to + 1]!; e++) {
      const block = profileBlock[e]!;
      for (let entry = weightStart[block]!; entry < weightStart[block + 1]!; entry++) {
        const product = this.#inBlock[weightBlock[entry]!]! * profileActions[e]!;
        if (product === 0) continue;
        for (let w = 0; w < weights.length; w++) this.#means[w]! += weights[w]![entry]! * product;
      }
    }
  }
}
