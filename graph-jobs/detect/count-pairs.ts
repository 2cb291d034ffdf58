import type { CoActionEdges } from '#domain/detection.js';
import { EdgeBuffer } from './edge-buffer.js';
import type { Sweep } from './participation.js';
import { rowsByAccount } from './rows-by-account.js';

/**
 * The compatible network: for every two accounts the pairs of their posts on one object within the window, of at least
 * `minWeight` (Giglietto et al. 2020; Graham et al. 2020; Pacheco et al. 2021).
 *
 * Goes account by account, looks at the neighbours of each of its actions, and tallies those with a higher code in one
 * dense array. No pair is ever held: memory is 8 bytes an account and 4 an action besides the edges that are kept,
 * however many pairs a viral object makes. Edges come out sorted by (from, to).
 */
export function countPairs(sweep: Sweep, minWeight: number): CoActionEdges {
  const { accountCount } = sweep.actions;
  const { start, rows } = rowsByAccount(sweep.actions);
  const edges = new EdgeBuffer();
  const tally = new Uint32Array(accountCount);
  const partners = new Uint32Array(accountCount);
  for (let from = 0; from < accountCount; from++) {
    const found = tallyPartners(sweep, from, rows.subarray(start[from]!, start[from + 1]!), tally, partners);
    if (found > 0) keepEdges(from, partners.subarray(0, found), tally, minWeight, edges);
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
): number {
  const { length, account, mention } = actions;
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const rowActive = active[row]!;
    // A later action is in the window as long as its own window reaches back to this one.
    for (let other = windowStart[row]!; other < length && (other <= row || windowStart[other]! <= row); other++) {
      const to = account[other]!;
      if (to <= from || (rowActive | active[other]!) === 0 || mention[row] === mention[other]) continue;
      if (tally[to]!++ === 0) partners[found++] = to;
    }
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
