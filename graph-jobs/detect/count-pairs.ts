import type { ProgressListener } from '#domain/ports/issue-store.js';
import { zeroWords } from '#platform/free-memory.js';
import { pairsInCrowds, rowsInCrowds } from './count-in-crowds.js';
import type { EdgeSink } from './edge-sink.js';
import { ACCOUNT, ACTIVE, type PairColumns, pairColumns, REPEATED, ROW, START } from './pair-columns.js';
import type { Sweep } from './participation.js';
import { rowsByAccount } from './rows-by-account.js';

/** Some tens of milliseconds of work. */
const PAIRS_BETWEEN_PROGRESS = 1 << 24;
/** Most accounts have few partners, and the engine's own sort takes longer to begin than to sort these. */
const FEW_PARTNERS = 16;

export interface CountOptions {
  readonly minWeight: number;
  /** Counts actions; throw from it to stop. */
  readonly onProgress?: ProgressListener;
}

/**
 * The compatible network: for every two accounts the pairs of their posts on one object within the window, of at least
 * `minWeight` (Giglietto et al. 2020; Graham et al. 2020; Pacheco et al. 2021).
 *
 * Goes account by account, looks at the neighbours of each of its actions, and tallies those with a higher code in one
 * dense array. No pair is ever held: memory is 16 bytes an account and 12 an action besides what `sink` keeps of the edges,
 * however many pairs an object makes.
 *
 * Two accounts whose only pairs are on crowded objects (see crowded-objects.ts) make no edge: in a crowd everybody meets
 * everybody. Those that have a pair elsewhere have all of their pairs in crowds counted as well.
 */
export function countPairs(sweep: Sweep, options: CountOptions, sink: EdgeSink): void {
  countColumns(pairColumns(sweep), options, sink);
}

export function countColumns(columns: PairColumns, options: CountOptions, sink: EdgeSink): void {
  const { length, accountCount, packed, inCrowd } = columns;
  const crowdRows = rowsInCrowds(columns);
  const elsewhere = inCrowd === null ? undefined : (row: number) => inCrowd[row] === 0;
  const { start, rows } = rowsByAccount(packed, accountCount, elsewhere, ROW);
  const meter = new WorkMeter(length, options.onProgress);
  const tally = new Uint32Array(accountCount);
  // As long as an account with all others for partners would need, so mostly never written.
  const partners = zeroWords(accountCount);
  const weights = zeroWords(accountCount);
  for (let from = 0; from < accountCount; from++) {
    const found = tallyPartners(columns, from, rows, start[from]!, start[from + 1]!, tally, partners, meter);
    if (found === 0) continue;
    if (crowdRows !== null) {
      for (let i = 0; i < found; i++) tally[partners[i]!]! += pairsInCrowds(columns, crowdRows, from, partners[i]!);
    }
    sortFirst(partners, found);
    const kept = keepPartners(partners, found, tally, options.minWeight, weights);
    if (kept > 0) sink.take(from, partners, weights, kept);
  }
}

/** Counts the pairs with every account of a higher code, and writes each of these once into `partners`; gives their number. */
function tallyPartners(
  { packed, samePost }: PairColumns,
  from: number,
  rows: Uint32Array,
  first: number,
  end: number,
  tally: Uint32Array,
  partners: Uint32Array,
  meter: WorkMeter,
): number {
  const length = packed.length;
  let found = 0;
  for (let i = first; i < end; i++) {
    const row = rows[i]!;
    const at = ROW * row;
    const own = packed[at]!;
    const start = packed[at + START]!;
    let other = ROW * start;
    // A later action is in the window as long as its own window reaches back to this one.
    for (; other < length && (other <= at || packed[other + START]! <= row); other += ROW) {
      const its = packed[other]!;
      const to = its & ACCOUNT;
      if (to <= from || ((own | its) & ACTIVE) === 0) continue;
      if ((own & its & REPEATED) !== 0 && samePost(row, other / ROW)) continue;
      if (tally[to]!++ === 0) partners[found++] = to;
    }
    meter.rowDone(other / ROW - start);
  }
  return found;
}

function sortFirst(partners: Uint32Array, length: number): void {
  if (length > FEW_PARTNERS) {
    partners.subarray(0, length).sort();
    return;
  }
  for (let i = 1; i < length; i++) {
    const partner = partners[i]!;
    let at = i;
    for (; at > 0 && partners[at - 1]! > partner; at--) partners[at] = partners[at - 1]!;
    partners[at] = partner;
  }
}

/** Moves those of enough weight to the front, and gives their number. Leaves `tally` as it was: all zero. */
function keepPartners(
  partners: Uint32Array,
  length: number,
  tally: Uint32Array,
  minWeight: number,
  weights: Uint32Array,
): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const to = partners[i]!;
    const weight = tally[to]!;
    tally[to] = 0;
    if (weight < minWeight) continue;
    partners[kept] = to;
    weights[kept++] = weight;
  }
  return kept;
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
