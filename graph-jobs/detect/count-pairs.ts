import type { CoActionEdges } from '#domain/detection.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { EdgeBuffer } from './edge-buffer.js';
import type { Sweep } from './participation.js';
import { rowsByAccount } from './rows-by-account.js';

/** Some tens of milliseconds of work. */
const PAIRS_BETWEEN_PROGRESS = 1 << 24;

export interface CountOptions {
  readonly minWeight: number;
  /** Most edges that may be kept; all where nothing is said. */
  readonly mostEdges?: number;
  /** Counts actions; throw from it to stop. */
  readonly onProgress?: ProgressListener;
}

/**
 * The compatible network: for every two accounts the pairs of their posts on one object within the window, of at least
 * `minWeight` (Giglietto et al. 2020; Graham et al. 2020; Pacheco et al. 2021).
 *
 * Goes account by account, looks at the neighbours of each of its actions, and tallies those with a higher code in one
 * dense array. No pair is ever held: memory is 8 bytes an account and 4 an action besides the edges that are kept,
 * however many pairs a viral object makes. Edges come out sorted by (from, to). Throws BAD_PARAMETERS as soon as more
 * than `mostEdges` are kept.
 */
export function countPairs(sweep: Sweep, options: CountOptions): CoActionEdges {
  const { accountCount } = sweep.actions;
  const { start, rows } = rowsByAccount(sweep.actions);
  const edges = new EdgeBuffer(options.mostEdges ?? Number.POSITIVE_INFINITY);
  const meter = new WorkMeter(sweep.actions.length, options.onProgress);
  const tally = new Uint32Array(accountCount);
  const partners = new Uint32Array(accountCount);
  for (let from = 0; from < accountCount; from++) {
    const found = tallyPartners(sweep, from, rows.subarray(start[from]!, start[from + 1]!), tally, partners, meter);
    if (found > 0) keepEdges(from, partners.subarray(0, found), tally, options.minWeight, edges);
  }
  return edges.edges();
}

/** Counts the pairs with every account of a higher code, and writes each of these once into `partners`; gives their number. */
function tallyPartners(
  { actions, windowStart, active }: Sweep,
  from: number,
  rows: Uint32Array,
  tally: Uint32Array,
  partners: Uint32Array,
  meter: WorkMeter,
): number {
  const { length, account, mention } = actions;
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const rowActive = active[row]!;
    // A later action is in the window as long as its own window reaches back to this one.
    let other = windowStart[row]!;
    for (; other < length && (other <= row || windowStart[other]! <= row); other++) {
      const to = account[other]!;
      if (to <= from || (rowActive | active[other]!) === 0 || mention[row] === mention[other]) continue;
      if (tally[to]!++ === 0) partners[found++] = to;
    }
    meter.rowDone(other - windowStart[row]!);
  }
  return found;
}

/** Leaves `tally` as it was: all zero. */
function keepEdges(
  from: number,
  partners: Uint32Array,
  tally: Uint32Array,
  minWeight: number,
  edges: EdgeBuffer,
): void {
  if (partners.length > 1) partners.sort();
  for (let i = 0; i < partners.length; i++) {
    const to = partners[i]!;
    const weight = tally[to]!;
    tally[to] = 0;
    if (weight >= minWeight) edges.push(from, to, weight);
  }
}

/** Tells of progress by the work that was done, not by the accounts: a single one can have half of it. */
class WorkMeter {
  #rows = 0;
  #pairs = 0;

  constructor(
    private readonly rows: number,
    private readonly onProgress: ProgressListener | undefined,
  ) {}

  rowDone(pairs: number): void {
    this.#rows += 1;
    this.#pairs += pairs;
    if (this.#pairs < PAIRS_BETWEEN_PROGRESS) return;
    this.#pairs = 0;
    this.onProgress?.(this.#rows, this.rows);
  }
}
