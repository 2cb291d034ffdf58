import type { ByteStrings } from '../../csv-file/byte-strings.js';
import { rankByBytes } from '../../csv-file/rank-bytes.js';

/**
 * Puts rows of one time in the order of the bytes of their ids, in place. `order` is by time; `own` is each row's code in
 * `ids`, no two of `order` with one code. Only ids that tie are compared.
 */
export function orderTies(order: Uint32Array, time: Float64Array, own: Uint32Array, ids: ByteStrings): void {
  const tied = new Uint8Array(ids.length);
  for (let i = 1; i < order.length; i++) {
    if (time[order[i]!] !== time[order[i - 1]!]) continue;
    tied[own[order[i]!]!] = 1;
    tied[own[order[i - 1]!]!] = 1;
  }
  const { rank, ids: ranked } = rankByBytes(ids, tied);
  const rowOfRank = new Uint32Array(ranked.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && time[order[end]!] === time[order[start]!]) end += 1;
    if (end - start > 1) sortRun(order.subarray(start, end), own, rank, rowOfRank);
    start = end;
  }
}

function sortRun(run: Uint32Array, own: Uint32Array, rank: Uint32Array, rowOfRank: Uint32Array): void {
  for (const row of run) rowOfRank[rank[own[row]!]!] = row;
  for (let i = 0; i < run.length; i++) run[i] = rank[own[run[i]!]!]!;
  run.sort();
  for (let i = 0; i < run.length; i++) run[i] = rowOfRank[run[i]!]!;
}
