import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ActionLayer } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';

const HOUR = 3_600_000;
/**
 * A stratum is a whole number of 53 bits at most: 8 for the platform, and 24 for the bin, enough for hours until the year 3800.
 * One behaviour more would be lost without a word.
 */
const MOST_LAYERS = 21;

/**
 * Copies of the data in which accounts are permuted among the mentions of one time bin, one platform and one set of
 * behaviours: what was done when, and how much each account did of it, stays; only who did what is left to chance.
 */
export class AccountShuffle {
  readonly #account: Uint32Array;
  readonly #random;
  /** Rows that may swap accounts stand together; #ends says where each such stratum ends. */
  readonly #rows: Uint32Array;
  readonly #ends: readonly number[];

  constructor(columns: MentionColumns, layers: readonly ActionLayer[], binHours: number, seed: number) {
    this.#account = columns.account;
    this.#random = xoroshiro128plus(seed);
    const stratum = strata(columns, layers, binHours);
    const rows = Uint32Array.from(stratum.keys()).filter((row) => stratum[row]! >= 0);
    rows.sort((a, b) => stratum[a]! - stratum[b]! || a - b);
    this.#rows = rows;
    const ends: number[] = [];
    for (let i = 1; i <= rows.length; i++) {
      if (i === rows.length || stratum[rows[i]!] !== stratum[rows[i - 1]!]) ends.push(i);
    }
    this.#ends = ends;
  }

  /** The account codes of the next copy, one a row of the columns. */
  next(): Uint32Array {
    const account = this.#account.slice();
    let start = 0;
    for (const end of this.#ends) {
      // Fisher-Yates.
      for (let i = end - 1; i > start; i--) {
        const a = this.#rows[i]!;
        const b = this.#rows[uniformInt(this.#random, start, i)]!;
        const kept = account[a]!;
        account[a] = account[b]!;
        account[b] = kept;
      }
      start = end;
    }
    return account;
  }
}

/** A number for every row that is the same for rows which may swap accounts; -1 for mentions that are no action. */
function strata(columns: MentionColumns, layers: readonly ActionLayer[], binHours: number): Float64Array {
  if (layers.length > MOST_LAYERS)
    throw new Error(`${layers.length} behaviours: a stratum tells ${MOST_LAYERS} apart at most`);
  const takesPart = new Uint32Array(columns.length);
  const sets = 2 ** layers.length;
  layers.forEach(({ actions }, bit) => {
    for (let i = 0; i < actions.length; i++) takesPart[actions.mention[i]!]! |= 1 << bit;
  });
  const stratum = new Float64Array(columns.length).fill(-1);
  for (let row = 0; row < columns.length; row++) {
    if (takesPart[row] === 0) continue;
    const bin = Math.floor(columns.publishedAt[row]! / (binHours * HOUR));
    stratum[row] = (bin * 256 + columns.platform[row]!) * sets + takesPart[row]!;
  }
  return stratum;
}
