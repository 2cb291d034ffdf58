import type { CoActionEdges } from '#domain/detection.js';
import { EdgeBuffer } from './edge-buffer.js';
import type { Sweep } from './participation.js';

/** Pairs of posts held at one time: 4 bytes each. More are counted in several sweeps, so that memory stays bounded. */
const PAIRS_AT_ONCE = 1 << 25;

/**
 * The compatible network: for every two accounts the pairs of their posts on one object within the window, of at least
 * `minWeight` (Giglietto et al. 2020; Graham et al. 2020; Pacheco et al. 2021 name the method co-sharing).
 *
 * Counting works by grouping instead of a table of pairs: one sweep counts the pairs of each account (its lower code),
 * a second writes the partners account by account, and then each account's partners are tallied in one dense array.
 * Memory is 4 bytes a pair of posts in hand, reads run forward, and edges come out sorted.
 */
export function countPairs(sweep: Sweep, minWeight: number, pairsAtOnce = PAIRS_AT_ONCE): CoActionEdges {
  const { accountCount } = sweep.actions;
  const pairs = pairsPerAccount(sweep);
  const edges = new EdgeBuffer();
  const tally = new Uint32Array(accountCount);
  for (let first = 0; first < accountCount; ) {
    let end = first;
    let held = 0;
    while (end < accountCount && (end === first || held + pairs[end]! <= pairsAtOnce)) held += pairs[end++]!;
    if (held > 0) {
      const { start, partners } = partnersOf(sweep, pairs, first, end, held);
      for (let account = first; account < end; account++) {
        tallyPartners(
          account,
          partners.subarray(start[account - first]!, start[account - first + 1]!),
          tally,
          minWeight,
          edges,
        );
      }
    }
    first = end;
  }
  return edges.edges();
}

function pairsPerAccount({ actions, windowStart, active }: Sweep): Float64Array {
  const { length, account, mention } = actions;
  const pairs = new Float64Array(actions.accountCount);
  for (let row = 0; row < length; row++) {
    const a = account[row]!;
    const rowActive = active[row]!;
    for (let other = windowStart[row]!; other < row; other++) {
      const b = account[other]!;
      if (a === b || (rowActive | active[other]!) === 0 || mention[row] === mention[other]) continue;
      pairs[Math.min(a, b)]!++;
    }
  }
  return pairs;
}

/** The higher code of each pair whose lower code is in [first, end), grouped by the lower one. */
function partnersOf(sweep: Sweep, pairs: Float64Array, first: number, end: number, held: number) {
  const { actions, windowStart, active } = sweep;
  const { length, account, mention } = actions;
  const start = new Float64Array(end - first + 1);
  for (let code = first; code < end; code++) start[code - first + 1] = start[code - first]! + pairs[code]!;
  const next = start.slice();
  const partners = new Uint32Array(held);
  for (let row = 0; row < length; row++) {
    const a = account[row]!;
    const rowActive = active[row]!;
    for (let other = windowStart[row]!; other < row; other++) {
      const b = account[other]!;
      if (a === b || (rowActive | active[other]!) === 0 || mention[row] === mention[other]) continue;
      const low = Math.min(a, b);
      if (low < first || low >= end) continue;
      partners[next[low - first]!++] = Math.max(a, b);
    }
  }
  return { start, partners };
}

/** Reorders `partners`, and leaves `tally` as it was: all zero. */
function tallyPartners(from: number, partners: Uint32Array, tally: Uint32Array, minWeight: number, edges: EdgeBuffer) {
  let distinct = 0;
  for (let i = 0; i < partners.length; i++) {
    const to = partners[i]!;
    if (tally[to]!++ === 0) partners[distinct++] = to;
  }
  const found = partners.subarray(0, distinct);
  if (distinct > 1) found.sort();
  for (let i = 0; i < distinct; i++) {
    const to = found[i]!;
    const weight = tally[to]!;
    tally[to] = 0;
    if (weight >= minWeight) edges.push(from, to, weight);
  }
}
