import type { SortedActions } from '#domain/detection.js';
import type { RowsByAccount } from '../rows-by-account.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hour, six hours, day, week, month; finest first. */
const LEVELS = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];
/** A block is used only when it holds so many actions of so many accounts, so that no group is its own yardstick. */
const LEAST_ACTIONS = 400;
const LEAST_ACCOUNTS = 100;
const NONE = 0xffffffff;

export interface TimeBlocks {
  /** The block of every action. */
  readonly block: Uint32Array;
  /** Actions in every block. */
  readonly size: Uint32Array;
}

/**
 * The finest stretch of time around each action that is well filled: rhythms and bursts are kept, sparse times are pooled.
 * Times too thin for any level go to the block of the next action that has one, after the last one to the last.
 */
export function timeBlocks(actions: SortedActions, byAccount: RowsByAccount): TimeBlocks {
  const { length, time } = actions;
  const block = new Uint32Array(length).fill(NONE);
  const levels = LEVELS.map((span) => new Level(actions, byAccount, span));
  let blocks = 0;
  for (const level of levels) blocks = level.number(blocks);
  let thin = 0;
  for (let row = 0; row < length; row++) {
    block[row] = blockAt(levels, time[row]!);
    if (block[row] === NONE) thin += 1;
  }
  if (thin === length) return { block: block.fill(0), size: Uint32Array.of(length) };
  if (thin > 0) joinNext(time, block, thin, (at) => blockAt(levels, at));
  const size = new Uint32Array(blocks);
  for (let row = 0; row < length; row++) size[block[row]!]!++;
  return { block, size };
}

function blockAt(levels: readonly Level[], time: number): number {
  for (const level of levels) {
    const block = level.blockAt(time);
    if (block !== NONE) return block;
  }
  return NONE;
}

/** Actions of one time are all in a block or none is, so that the times of those in one tell the block. */
function joinNext(time: Float64Array, block: Uint32Array, thin: number, at: (time: number) => number): void {
  const filled = new Float64Array(time.length - thin);
  let found = 0;
  for (let row = 0; row < time.length; row++) if (block[row] !== NONE) filled[found++] = time[row]!;
  filled.sort();
  for (let row = 0; row < time.length; row++) {
    if (block[row] !== NONE) continue;
    let [low, high] = [0, filled.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (filled[middle]! < time[row]!) low = middle + 1;
      else high = middle;
    }
    block[row] = at(filled[low]!);
  }
}

/** Stretches of one length; the well-filled ones get a number. */
class Level {
  readonly #span: number;
  readonly #first: number;
  readonly #block: Uint32Array;
  readonly #actions: Uint32Array;
  readonly #accounts: Uint32Array;

  constructor({ time, accountCount }: SortedActions, { start, rows }: RowsByAccount, span: number) {
    this.#span = span;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const at of time) {
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    this.#first = Math.floor(first / span);
    const units = time.length === 0 ? 0 : Math.floor(last / span) - this.#first + 1;
    this.#block = new Uint32Array(units).fill(NONE);
    this.#actions = new Uint32Array(units);
    this.#accounts = new Uint32Array(units);
    const lastAccount = new Uint32Array(units).fill(NONE);
    for (let account = 0; account < accountCount; account++) {
      for (let i = start[account]!; i < start[account + 1]!; i++) {
        const unit = this.#unit(time[rows[i]!]!);
        this.#actions[unit]!++;
        if (lastAccount[unit] === account) continue;
        lastAccount[unit] = account;
        this.#accounts[unit]!++;
      }
    }
  }

  /** Numbers the well-filled stretches from `next` on; gives the next free number. */
  number(next: number): number {
    let free = next;
    for (let unit = 0; unit < this.#block.length; unit++) {
      const filled = this.#actions[unit]! >= LEAST_ACTIONS && this.#accounts[unit]! >= LEAST_ACCOUNTS;
      if (filled) this.#block[unit] = free++;
    }
    return free;
  }

  blockAt(time: number): number {
    return this.#block[this.#unit(time)]!;
  }

  #unit(time: number): number {
    return Math.floor(time / this.#span) - this.#first;
  }
}
